package io.countersign.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.countersign.documents.DocumentId;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.PersonId;
import io.countersign.intake.MessageId;
import io.countersign.journal.Journaled;
import io.countersign.journal.Mode;

/** What happens to a case. Each is one entry of the journal, in the case's own stream. */
public sealed interface CaseEvent extends Journaled {

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
		public Map<String, ?> data() {
			return Map.of("message", this.message.value(), "reason", this.reason);
		}

	}

	record ParticipantChanged(CaseId caseId, EmailAddress address, String name, Role role,
			Mode mode) implements CaseEvent {

		@Override
		public String type() {
			return "participant.changed";
		}

		@Override
		public String key() {
			return "participant/%s/%s".formatted(this.address, this.role);
		}

		@Override
		public Map<String, ?> data() {
			return Map.of("address", this.address.value(), "name", this.name, "role", this.role.name());
		}

	}

	/** A mail that nobody vouches for names people; they are not let in yet. */
	record ParticipantsWait(CaseId caseId, MessageId message, List<EmailAddress> people,
			Mode mode) implements CaseEvent {

		@Override
		public String type() {
			return "participants.waiting";
		}

		@Override
		public String key() {
			return "waiting/" + this.message;
		}

		@Override
		public Map<String, ?> data() {
			return Map.of("message", this.message.value(), "people",
					this.people.stream().map(EmailAddress::value).toList());
		}

	}

	/**
	 * They are in the case now.
	 *
	 * @param by who has let them in; nobody when the mail has been proved
	 */
	record ParticipantsAdmitted(CaseId caseId, MessageId message, List<EmailAddress> people, Optional<PersonId> by,
			Mode mode) implements CaseEvent {

		@Override
		public String actor() {
			return this.by.map(PersonId::value).orElse("system");
		}

		@Override
		public String type() {
			return "participants.admitted";
		}

		@Override
		public String key() {
			return "admitted/%s/%s".formatted(this.message, Integer.toHexString(this.people.hashCode()));
		}

		@Override
		public Map<String, ?> data() {
			return Map.of("message", this.message.value(), "people",
					this.people.stream().map(EmailAddress::value).toList());
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
	 * Somebody's own mail has put the request to an approver.
	 *
	 * @param textSha256 the request's own words, in hex (VA-21)
	 */
	record RequestSent(CaseId caseId, AskId ask, EmailAddress approver, int revision, List<DocumentId> documents,
			String textSha256, Mode mode) implements CaseEvent {

		@Override
		public String type() {
			return "request.sent";
		}

		@Override
		public String key() {
			return "ask/" + this.ask;
		}

		@Override
		public Map<String, ?> data() {
			return Map.of("ask", this.ask.value(), "approver", this.approver.value(), "revision", this.revision,
					"text_sha256", this.textSha256, "documents",
					this.documents.stream().map(DocumentId::sha256).toList());
		}

	}

	record TaskOrdered(CaseId caseId, MessageId message, Task task, EmailAddress orderedBy,
			Mode mode) implements CaseEvent {

		@Override
		public String type() {
			return "task.ordered";
		}

		@Override
		public String key() {
			return "task/" + this.task.id();
		}

		@Override
		public Map<String, ?> data() {
			var data = new LinkedHashMap<String, Object>();
			data.put("task", this.task.id());
			data.put("message", this.message.value());
			data.put("assignee", this.task.assignee().value());
			data.put("what", this.task.description());
			data.put("orderedBy", this.orderedBy.value());
			this.task.due().ifPresent((due) -> data.put("due", due.at().toString()));
			return data;
		}

	}

	/** A verdict counts from now on. */
	record CaseDecided(CaseId caseId, CaseNumber number, Verdict verdict, Ask ask, PersonId decidedForId,
			PersonId actedById, Mode mode) implements CaseEvent {

		@Override
		public String type() {
			return "verdict.recorded";
		}

		@Override
		public String key() {
			return "verdict/" + this.verdict.id();
		}

		@Override
		public String actor() {
			return this.actedById.value();
		}

		@Override
		public Map<String, ?> data() {
			return VerdictData.of(this);
		}

	}

	/** A verdict was read that does not count until somebody confirms it. */
	record VerdictHeld(CaseId caseId, Verdict verdict, List<String> reasons, Mode mode) implements CaseEvent {

		@Override
		public String type() {
			return "verdict.held";
		}

		@Override
		public String key() {
			return "held/" + this.verdict.id();
		}

		@Override
		public Map<String, ?> data() {
			return Map.of("verdict", this.verdict.id(), "outcome", this.verdict.decision().outcome().word(), "reasons",
					this.reasons);
		}

	}

	/** A mail that names this case was refused, because it looks forged. */
	record MailRefused(CaseId caseId, MessageId message, String reason, Mode mode) implements CaseEvent {

		@Override
		public String type() {
			return "mail.refused";
		}

		@Override
		public String key() {
			return "refused/" + this.message;
		}

		@Override
		public Map<String, ?> data() {
			return Map.of("message", this.message.value(), "reason", this.reason);
		}

	}

	/** Whoever was asked says that a held verdict is not his. */
	record VerdictContested(CaseId caseId, String verdict, PersonId by, Mode mode) implements CaseEvent {

		@Override
		public String type() {
			return "verdict.contested";
		}

		@Override
		public String key() {
			return "contested/" + this.verdict;
		}

		@Override
		public String actor() {
			return this.by.value();
		}

		@Override
		public Map<String, ?> data() {
			return Map.of("verdict", this.verdict);
		}

	}

	/**
	 * A good answer came when the request could not be answered any more; its owner is
	 * told.
	 */
	record AnswerTooLate(CaseId caseId, MessageId message, EmailAddress author, String reason,
			Mode mode) implements CaseEvent {

		@Override
		public String type() {
			return "answer.too_late";
		}

		@Override
		public String key() {
			return "late/" + this.message;
		}

		@Override
		public Map<String, ?> data() {
			return Map.of("message", this.message.value(), "author", this.author.value(), "reason", this.reason);
		}

	}

	/**
	 * The message an answer was taken from has been changed or deleted since; its owner
	 * is told.
	 */
	record SourceChanged(CaseId caseId, String verdict, SourceChange change, Mode mode) implements CaseEvent {

		@Override
		public String type() {
			return "verdict.source_changed";
		}

		@Override
		public String key() {
			return "source/%s/%s".formatted(this.verdict, this.change.message());
		}

		@Override
		public Map<String, ?> data() {
			return Map.of("verdict", this.verdict, "change", this.change.kind().word(), "message",
					this.change.message().value());
		}

	}

	record VerdictSuperseded(CaseId caseId, String verdict, String by, Mode mode) implements CaseEvent {

		@Override
		public String type() {
			return "verdict.superseded";
		}

		@Override
		public String key() {
			return "superseded/" + this.verdict;
		}

		@Override
		public Map<String, ?> data() {
			return Map.of("verdict", this.verdict, "by", this.by);
		}

	}

	/**
	 * @param sequence how often the holder had changed before
	 * @param by who has moved it by hand, else nobody
	 */
	record HolderChanged(CaseId caseId, @Nullable EmailAddress holder, String reason, int sequence,
			Optional<PersonId> by, Mode mode) implements CaseEvent {

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
		public Map<String, ?> data() {
			var data = new LinkedHashMap<String, Object>();
			data.put("holder", (this.holder != null) ? this.holder.value() : null);
			data.put("reason", this.reason);
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
		public Map<String, ?> data() {
			return Map.of("message", this.message.value(), "note", this.note);
		}

	}

}
