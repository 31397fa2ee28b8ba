package io.countersign.triage;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.countersign.cases.CaseId;
import io.countersign.cases.CaseNumber;
import io.countersign.cases.Cases;
import io.countersign.cases.Trace;
import io.countersign.cases.Traces;
import io.countersign.intake.Message;
import io.countersign.intake.Part;
import io.countersign.intake.Party;

import org.springframework.stereotype.Component;

/**
 * Finds the case a message belongs to: what only its own thread can know counts before
 * what anybody can write. All candidates come from one query.
 */
@Component
class Correlation {

	private final Cases cases;

	Correlation(Cases cases) {
		this.cases = cases;
	}

	Optional<Match> find(Message message) {
		var forwarded = message.forwarded();
		var enclosed = message.enclosed();
		var traces = traces(message, forwarded, enclosed);
		var found = this.cases.traced(traces);
		if (found.isEmpty()) {
			return Optional.empty();
		}
		return byIds(message.threading().ancestors(), found, "It answers a mail of this case (<%s>).")
			.or(() -> byIds(forwarded, found, "It forwards a mail of this case (<%s>)."))
			.or(() -> byIds(enclosed, found, "It encloses a mail of this case (<%s>)."))
			.or(() -> single(found, Trace.Kind.THREAD_INDEX, (_) -> true, "Its Thread-Index is that of this case."))
			.or(() -> byConversation(traces, found))
			.or(() -> byNumber(found))
			.or(() -> byContent(message, found));
	}

	private static Traces traces(Message message, List<String> forwarded, List<String> enclosed) {
		var threading = message.threading();
		var ids = new LinkedHashSet<>(threading.ancestors());
		ids.addAll(forwarded);
		ids.addAll(enclosed);
		return new Traces(ids, threading.threadIndex(),
				message.sightings()
					.stream()
					.flatMap((sighting) -> sighting.conversationId()
						.map((id) -> new Traces.Conversation(sighting.mailbox(), id))
						.stream())
					.toList(),
				CaseNumber.inSubject(message.subject()), Titles.of(message.subject()),
				message.parts().stream().filter(Correlation::isFile).map(Part::document).toList());
	}

	/** The nearest mail it names decides. */
	private static Optional<Match> byIds(Collection<String> ids, List<Trace> found, String reason) {
		return ids.stream()
			.flatMap((id) -> single(found, Trace.Kind.MESSAGE_ID, (trace) -> trace.value().equals(id),
					reason.formatted(id))
				.stream())
			.findFirst();
	}

	private static Optional<Match> byConversation(Traces traces, List<Trace> found) {
		return traces.conversations()
			.stream()
			.flatMap((one) -> single(found, Trace.Kind.CONVERSATION, (trace) -> trace.value().equals(one.id()),
					"It belongs to the same conversation in %s.".formatted(one.mailbox()))
				.stream())
			.findFirst();
	}

	/** A number is easily typed by anybody, so it proposes and does not decide. */
	private static Optional<Match> byNumber(List<Trace> found) {
		return single(found, Trace.Kind.NUMBER, (_) -> true, "Its subject carries the number of this case.")
			.map(Match::unsure);
	}

	/**
	 * The same file under the same title: from somebody of the case it is the same
	 * matter, from anybody else it may be.
	 */
	private Optional<Match> byContent(Message message, List<Trace> found) {
		var match = single(found, Trace.Kind.DOCUMENT, (_) -> true,
				"It carries a file of this case under the same title.");
		return match.map((one) -> isParticipant(one.caseId(), message) ? one : one.unsure());
	}

	private boolean isParticipant(CaseId id, Message message) {
		var author = message.from().map(Party::address);
		return author.flatMap(this.cases.get(id)::participant).isPresent();
	}

	/**
	 * Two cases that fit equally well are a doubt, and doubt is no match by this rule.
	 */
	private static Optional<Match> single(List<Trace> found, Trace.Kind kind, Predicate<Trace> fits, String reason) {
		var cases = found.stream()
			.filter((trace) -> trace.kind() == kind)
			.filter(fits)
			.map(Trace::caseId)
			.distinct()
			.toList();
		return (cases.size() == 1) ? Optional.of(new Match(cases.getFirst(), reason, true)) : Optional.empty();
	}

	/** Pictures of a signature are in every mail of their author. */
	private static boolean isFile(Part part) {
		return part.role() == Part.Role.ATTACHMENT && !part.mediaType().startsWith("image/");
	}

}
