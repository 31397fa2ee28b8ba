package io.countersign.cases;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.countersign.documents.DocumentId;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.PersonId;
import io.countersign.intake.MessageId;
import io.countersign.journal.Mode;

/** What becomes of an answer: it counts, it waits, or it does not count. */
public sealed interface VerdictEvent extends CaseEvent {

	/**
	 * A verdict counts from now on.
	 *
	 * @param state of the case, with it
	 * @param source what it was taken from
	 */
	record CaseDecided(CaseId caseId, CaseNumber number, CaseState state, Verdict verdict, Ask ask,
			PersonId decidedForId, PersonId actedById, Source source, Mode mode) implements VerdictEvent {

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
			return this.verdict.decision()
				.toldBy()
				.map((program) -> "program:" + program)
				.orElseGet(this.actedById::value);
		}

		@Override
		public Set<String> words() {
			return Set.of("verdict.conditions", "verdict.evidence.quote");
		}

		@Override
		public Map<String, ?> data() {
			return VerdictData.of(this);
		}

	}

	/**
	 * A verdict was read that does not count until somebody confirms it.
	 *
	 * @param source what it was read from
	 */
	record VerdictHeld(CaseId caseId, Verdict verdict, List<String> reasons, Source source,
			Mode mode) implements VerdictEvent {

		@Override
		public String type() {
			return "verdict.held";
		}

		@Override
		public String key() {
			return "held/" + this.verdict.id();
		}

		@Override
		public Set<String> words() {
			return Set.of("reasons");
		}

		@Override
		public Map<String, ?> data() {
			return Map.of("verdict", this.verdict.id(), "outcome", this.verdict.decision().outcome().word(), "reasons",
					this.reasons, "evidence", VerdictData.source(this.verdict.decision(), this.source.raw()),
					VerdictData.BASIS, this.source.basis().data());
		}

	}

	/** Whoever was asked says that a held verdict is not his. */
	record VerdictContested(CaseId caseId, String verdict, PersonId by, Mode mode) implements VerdictEvent {

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

	record VerdictSuperseded(CaseId caseId, String verdict, String by, Mode mode) implements VerdictEvent {

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
	 * The message an answer was taken from has been changed or deleted since; its owner
	 * is told.
	 */
	record SourceChanged(CaseId caseId, String verdict, SourceChange change, Mode mode) implements VerdictEvent {

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

	/**
	 * A newer version of what was approved has become known, and the request was put
	 * again about it.
	 *
	 * @param verdict the approval that does not cover it
	 * @param by who said that it is one; nobody when it was worked out
	 */
	record VersionDoubted(CaseId caseId, String verdict, Ask ask, Optional<PersonId> by,
			Mode mode) implements VerdictEvent {

		@Override
		public String type() {
			return "version.doubted";
		}

		@Override
		public String key() {
			return "version/" + this.ask.id();
		}

		@Override
		public String actor() {
			return this.by.map(PersonId::value).orElse("system");
		}

		@Override
		public Map<String, ?> data() {
			return Map.of("verdict", this.verdict, "ask", this.ask.id().value(), "approver",
					this.ask.approver().value(), "documents",
					this.ask.documents().stream().map(DocumentId::sha256).toList());
		}

	}

	/**
	 * A good answer came when the request could not be answered any more; its owner is
	 * told.
	 */
	record AnswerTooLate(CaseId caseId, MessageId message, EmailAddress author, String reason,
			Mode mode) implements VerdictEvent {

		@Override
		public String type() {
			return "answer.too_late";
		}

		@Override
		public String key() {
			return "late/" + this.message;
		}

		@Override
		public Set<String> words() {
			return Set.of("author", "reason");
		}

		@Override
		public Map<String, ?> data() {
			return Map.of("message", this.message.value(), "author", this.author.value(), "reason", this.reason);
		}

	}

	/** A mail that names this case was refused, because it looks forged. */
	record MailRefused(CaseId caseId, MessageId message, String reason, Mode mode) implements VerdictEvent {

		@Override
		public String type() {
			return "mail.refused";
		}

		@Override
		public String key() {
			return "refused/" + this.message;
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

}
