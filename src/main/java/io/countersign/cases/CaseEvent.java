package io.countersign.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.countersign.identity.EmailAddress;
import io.countersign.identity.PersonId;
import io.countersign.intake.MessageId;
import io.countersign.journal.Journaled;
import io.countersign.journal.Mode;

/** What happens to a case. Each is one entry of the journal, in the case's own stream. */
public sealed interface CaseEvent extends Journaled
		permits CaseEvent.CaseOpened, CaseEvent.MessageAdded, CaseEvent.DocumentVersionAdded, CaseEvent.HolderChanged,
		CaseEvent.NoteAdded, ParticipantEvent, AskEvent, VerdictEvent {

	CaseId caseId();

	@Override
	default String stream() {
		return "case/" + caseId();
	}

	@Override
	default String actor() {
		return "system";
	}

	record CaseOpened(CaseId caseId, CaseNumber number, String title, String caseType, MessageId message,
			Optional<Due> deadline, Mode mode) implements CaseEvent {

		@Override
		public String type() {
			return "case.opened";
		}

		@Override
		public String key() {
			return "opened";
		}

		@Override
		public Set<String> words() {
			return Set.of("title");
		}

		@Override
		public Map<String, ?> data() {
			var data = new LinkedHashMap<String, Object>();
			data.put("number", this.number.value());
			data.put("title", this.title);
			data.put("type", this.caseType);
			data.put("message", this.message.value());
			this.deadline.ifPresent((due) -> data.put("deadline", due.at().toString()));
			return data;
		}

	}

	/**
	 * @param occasion empty the first time; a message that comes back comes on another
	 */
	record MessageAdded(CaseId caseId, MessageId message, String reason, String occasion,
			Mode mode) implements CaseEvent {

		@Override
		public String type() {
			return "message.added";
		}

		@Override
		public String key() {
			return "message/" + this.message + (this.occasion.isEmpty() ? "" : "/" + this.occasion);
		}

		@Override
		public Set<String> words() {
			return Set.of("reason");
		}

		@Override
		public Map<String, ?> data() {
			return Map.of("message", this.message.value(), "reason", this.reason);
		}

	}

	record DocumentVersionAdded(CaseId caseId, CaseDocument file, Mode mode) implements CaseEvent {

		@Override
		public String type() {
			return "document.version_added";
		}

		@Override
		public String key() {
			return "document/%s/%s".formatted(this.file.sha256(), this.file.name());
		}

		@Override
		public Set<String> words() {
			return Set.of("name", "reason");
		}

		@Override
		public Map<String, ?> data() {
			var data = new LinkedHashMap<String, Object>();
			data.put("sha256", this.file.sha256().sha256());
			data.put("name", this.file.name());
			data.put("version", this.file.version());
			data.put("size", this.file.size());
			data.put("message", this.file.message().value());
			this.file.link().ifPresent((link) -> {
				link.previous().ifPresent((previous) -> data.put("supersedes", previous.id().sha256()));
				data.put("reason", link.reason());
			});
			return data;
		}

	}

	/**
	 * @param sequence how often the holder had changed before
	 * @param by who has moved it by hand, else nobody
	 * @param checking whether it is read there before it is decided
	 */
	record HolderChanged(CaseId caseId, @Nullable EmailAddress holder, String reason, int sequence,
			Optional<PersonId> by, boolean checking, Mode mode) implements CaseEvent {

		@Override
		public String actor() {
			return this.by.map(PersonId::value).orElse("system");
		}

		@Override
		public String type() {
			return "holder.changed";
		}

		@Override
		public String key() {
			return "holder/" + this.sequence;
		}

		@Override
		public Set<String> words() {
			return Set.of("reason");
		}

		@Override
		public Map<String, ?> data() {
			var data = new LinkedHashMap<String, Object>();
			data.put("holder", (this.holder != null) ? this.holder.value() : null);
			data.put("reason", this.reason);
			if (this.checking) {
				data.put("checking", true);
			}
			return data;
		}

	}

	/** Something a reader of the case should know, which decides nothing. */
	record NoteAdded(CaseId caseId, MessageId message, String note, Mode mode) implements CaseEvent {

		@Override
		public String type() {
			return "note.added";
		}

		@Override
		public String key() {
			return "note/%s/%s".formatted(this.message, Integer.toHexString(this.note.hashCode()));
		}

		@Override
		public Set<String> words() {
			return Set.of("note");
		}

		@Override
		public Map<String, ?> data() {
			return Map.of("message", this.message.value(), "note", this.note);
		}

	}

}
