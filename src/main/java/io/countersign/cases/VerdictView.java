package io.countersign.cases;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import org.jspecify.annotations.Nullable;

import io.countersign.identity.EmailAddress;
import io.countersign.identity.Person;

/**
 * What an approver has decided.
 *
 * @param id for calls of this API
 * @param ask the id of the ask it answers
 * @param outcome APPROVED, APPROVED_WITH_CONDITIONS, REJECTED, RETURNED, DELEGATED or
 * DEFERRED
 * @param decidedFor who was asked
 * @param actedBy who has answered: he himself, or somebody with a mandate of his
 * @param method mail_reply, chat, page or api
 * @param conditions what has to be met, each in the words of the answer
 * @param delegate to whom it is passed on, as written; null unless it is DELEGATED
 * @param authenticity how sure it is that he has decided
 * @param evidence the words it rests on
 * @param documents the files it covers, each as {@code sha256:} and 64 hex digits
 * @param newerVersions of its documents, which it does not cover
 * @param comment what he wrote besides; empty for nothing
 * @param state ACTIVE where it counts, HELD where a person has to confirm it, SUPERSEDED
 * where a later one counts
 * @param decidedAt when he has decided
 * @param recordedAt when the product learnt of it
 * @param supersedes the id of the verdict it replaced; null for none
 * @param sourceChange what became of its message since; null for nothing
 */
@RetainJavadoc
record VerdictView(String id, String ask, String outcome, CaseSnapshot.PersonView decidedFor,
		CaseSnapshot.PersonView actedBy, String method, List<String> conditions, @Nullable String delegate,
		AuthenticityView authenticity, EvidenceView evidence, List<String> documents, List<VersionView> newerVersions,
		String comment, String state, Instant decidedAt, Instant recordedAt, @Nullable String supersedes,
		@Nullable SourceChangeView sourceChange) {

	/**
	 * @param newer versions of its documents, which it does not cover
	 */
	static VerdictView of(Verdict verdict, List<CaseDocument> newer, Map<EmailAddress, Person> people) {
		var decision = verdict.decision();
		var quote = decision.evidence();
		return new VerdictView(verdict.id(), decision.ask().value(), decision.outcome().name(),
				CaseSnapshot.PersonView.of(decision.decidedFor(), people),
				CaseSnapshot.PersonView.of(decision.actedBy(), people),
				decision.method().name().toLowerCase(Locale.ROOT), decision.conditions(),
				decision.delegate().orElse(null), new AuthenticityView(decision.level(), decision.gates()),
				new EvidenceView(decision.message().map(Object::toString).orElse(null),
						quote.map((words) -> List.of(words.start(), words.end())).orElse(null),
						quote.map(Quote::quote).orElse(null), quote.map(Quote::rule).orElse(null)),
				decision.documents().stream().map((document) -> "sha256:" + document).toList(), VersionView.of(newer),
				decision.comment(), verdict.state().name(), decision.decidedAt(), verdict.recordedAt(),
				verdict.supersedes().orElse(null), verdict.sourceChange().map(SourceChangeView::of).orElse(null));
	}

	/**
	 * A version of a document by its content, as it was called.
	 *
	 * @param sha256 64 hex digits
	 * @param name of the file
	 * @param version from 1, as they came
	 */
	record VersionView(String sha256, String name, int version) {

		static VersionView of(CaseDocument file) {
			return new VersionView(file.sha256().sha256(), file.name(), file.version());
		}

		static List<VersionView> of(List<CaseDocument> files) {
			return files.stream().map(VersionView::of).toList();
		}

	}

	/**
	 * How sure it is that the person himself has decided.
	 *
	 * @param level A0 counts for nothing, A1 has to be confirmed, of A2 the servers it
	 * passed vouch for it, of A3 the own mailbox of the sender holds it, A4 is an act of
	 * somebody signed in
	 * @param gates what each check of the answer said
	 */
	record AuthenticityView(String level, List<GateResult> gates) {
	}

	/**
	 * The words a verdict rests on.
	 *
	 * @param message the id of the one they stand in; null where it was given elsewhere
	 * @param span first character and the one behind the last, counted from 0 in what its
	 * author newly wrote
	 * @param quote the words themselves
	 * @param rule what they were recognised by
	 */
	record EvidenceView(@Nullable String message, @Nullable List<Integer> span, @Nullable String quote,
			@Nullable String rule) {
	}

	/**
	 * What became of the message a verdict was taken from.
	 *
	 * @param change edited or deleted
	 * @param message the later version; the one the verdict rests on is its evidence
	 * @param at when that was seen
	 */
	record SourceChangeView(String change, String message, Instant at) {

		static SourceChangeView of(SourceChange change) {
			return new SourceChangeView(change.kind().word(), change.message().value(), change.at());
		}

	}

}
