package io.countersign.triage;

import java.util.List;
import java.util.Optional;

import io.countersign.cases.CaseId;
import io.countersign.cases.CaseNumber;
import io.countersign.cases.Cases;
import io.countersign.intake.InternetMessageId;
import io.countersign.intake.Message;
import io.countersign.intake.Sighting;

import org.springframework.stereotype.Component;

/**
 * Finds the case a message belongs to: what only its own thread can know counts before
 * what anybody can write.
 */
@Component
class Correlation {

	private final Cases cases;

	Correlation(Cases cases) {
		this.cases = cases;
	}

	Optional<Match> find(Message message, List<Sighting> sightings) {
		return byIds(message).or(() -> byForwarded(message))
			.or(() -> byThreadIndex(message))
			.or(() -> byConversation(sightings))
			.or(() -> byTag(message));
	}

	private Optional<Match> byIds(Message message) {
		var ancestors = message.threading().ancestors();
		var held = this.cases.holding(ancestors);
		for (var id : ancestors) {
			var found = held.get(id);
			if (found != null) {
				return Optional.of(new Match(found, "It answers a mail of this case (<%s>).".formatted(id), true));
			}
		}
		return Optional.empty();
	}

	/**
	 * Exchange keeps the id of a mail that was answered or forwarded in these fields too.
	 */
	private Optional<Match> byForwarded(Message message) {
		var ids = List.of("X-MS-Exchange-Original-Message-ID", "X-Forwarded-Message-Id")
			.stream()
			.flatMap((name) -> message.evidence().all(name).stream())
			.flatMap((value) -> InternetMessageId.normaliseAll(value).stream())
			.toList();
		return single(List.copyOf(this.cases.holding(ids).values()), "It forwards a mail of this case.", true);
	}

	private Optional<Match> byThreadIndex(Message message) {
		return message.threading()
			.threadIndex()
			.map((index) -> index.replaceAll("\\s", ""))
			.filter((index) -> index.length() >= 29)
			.flatMap((index) -> single(this.cases.inThread(index.substring(0, 29)),
					"Its Thread-Index is that of this case.", true));
	}

	private Optional<Match> byConversation(List<Sighting> sightings) {
		for (var sighting : sightings) {
			var found = sighting.conversationId()
				.flatMap((conversation) -> single(this.cases.inConversation(sighting.mailbox(), conversation),
						"It belongs to the same conversation in %s.".formatted(sighting.mailbox()), true));
			if (found.isPresent()) {
				return found;
			}
		}
		return Optional.empty();
	}

	/** A tag is easily typed by anybody, so it proposes and does not decide. */
	private Optional<Match> byTag(Message message) {
		return CaseNumber.inSubject(message.subject())
			.flatMap(this.cases::byNumber)
			.map((id) -> new Match(id, "Its subject carries the number of this case.", false));
	}

	/**
	 * Two cases that fit equally well are a doubt, and doubt is no match by this rule.
	 */
	private static Optional<Match> single(List<CaseId> found, String reason, boolean sure) {
		return (found.stream().distinct().count() == 1) ? Optional.of(new Match(found.getFirst(), reason, sure))
				: Optional.empty();
	}

}
