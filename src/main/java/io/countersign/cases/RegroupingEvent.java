package io.countersign.cases;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.countersign.identity.PersonId;
import io.countersign.intake.MessageId;
import io.countersign.journal.Journaled;
import io.countersign.journal.Mode;

/** What a person puts right about a case. Each is one entry in the case's own stream. */
sealed interface RegroupingEvent extends Journaled {

	CaseId caseId();

	Regrouping done();

	@Override
	default String stream() {
		return "case/" + caseId();
	}

	@Override
	default String key() {
		return type() + "/" + done().id();
	}

	@Override
	default String actor() {
		return done().by().value();
	}

	/** The case was no decision. */
	record CaseClosed(CaseId caseId, Regrouping done, Mode mode) implements RegroupingEvent {

		@Override
		public String type() {
			return "case.closed";
		}

		@Override
		public Map<String, ?> data() {
			return Map.of("regrouping", this.done.id(), "reason", "It is no decision.");
		}

	}

	/**
	 * The case is part of another one from now on.
	 *
	 * @param state of this case, with it
	 */
	record CaseMerged(CaseId caseId, CaseState state, Regrouping done, Mode mode) implements RegroupingEvent {

		@Override
		public String type() {
			return "case.merged";
		}

		@Override
		public Map<String, ?> data() {
			var data = new LinkedHashMap<String, Object>(changed(this.done));
			data.put("state", this.state.word());
			return data;
		}

	}

	/** Mails of the case are a case of their own from now on. */
	record CaseSplit(CaseId caseId, Regrouping done, Mode mode) implements RegroupingEvent {

		@Override
		public String type() {
			return "case.split";
		}

		@Override
		public Map<String, ?> data() {
			return changed(this.done);
		}

	}

	/** The mail belongs elsewhere; it is kept, and no longer part of this case. */
	record MessageWithdrawn(CaseId caseId, Regrouping done, MessageId message, CaseId to, boolean undoing,
			Mode mode) implements RegroupingEvent {

		@Override
		public String type() {
			return "message.withdrawn";
		}

		@Override
		public String key() {
			return "withdrawn/%s/%s%s".formatted(this.message, this.done.id(), this.undoing ? "/undone" : "");
		}

		@Override
		public Map<String, ?> data() {
			return Map.of("message", this.message.value(), "to", this.to.value(), "regrouping", this.done.id(),
					"reason", "A person put it into another case.");
		}

	}

	/**
	 * Everything is as it was before.
	 *
	 * @param state of this case, with it
	 */
	record Undone(CaseId caseId, CaseState state, Regrouping done, PersonId by, Mode mode) implements RegroupingEvent {

		@Override
		public String type() {
			return "case.updated";
		}

		@Override
		public String key() {
			return "undone/" + this.done.id();
		}

		@Override
		public String actor() {
			return this.by.value();
		}

		@Override
		public Map<String, ?> data() {
			return Map.of("undone", this.done.id(), "kind", this.done.kind().name(), "state", this.state.word());
		}

	}

	private static Map<String, ?> changed(Regrouping done) {
		return Map.of("regrouping", done.id(), "from", done.caseId().value(), "into",
				done.into().map(CaseId::value).orElse(""), "messages", values(done.messages()));
	}

	private static List<String> values(List<MessageId> messages) {
		return messages.stream().map(MessageId::value).toList();
	}

}
