package io.countersign.verdicts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseState;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Person;
import io.countersign.intake.Message;
import io.countersign.intake.Sighting;
import io.countersign.reading.OwnWords;
import io.countersign.reading.VerdictReading;

/**
 * A message that belongs to a case, with all that is known when it is judged. Judging it
 * again with the same facts gives the same judgement.
 *
 * @param caseAsks the asks of the case it was joined to
 * @param namedAsks the asks of any case whose Message-ID it names, nearest first
 * @param people those of the addresses it uses who are in the directory
 * @param sentReadUpTo how far Sent Items of its sender has been read; empty when that
 * mailbox is not watched
 * @param now by our clock, only to end a wait
 */
public record Reply(Message message, List<Sighting> sightings, CaseState caseState, List<Ask> caseAsks,
		List<Ask> namedAsks, Map<EmailAddress, Person> people, Optional<Instant> sentReadUpTo, OwnWords own,
		VerdictReading reading, Instant now) {

	/** The ask it answers: the nearest one it names that was put to its author. */
	public Optional<Ask> ask() {
		return this.message.from()
			.flatMap((from) -> this.namedAsks.stream()
				.filter((ask) -> ask.approver().equals(from.address()))
				.findFirst());
	}

	/** The ask it would answer if the case alone tied it to one. */
	Optional<Ask> likelyAsk() {
		return ask().or(() -> this.message.from()
			.flatMap((from) -> this.caseAsks.stream()
				.filter((ask) -> ask.approver().equals(from.address()))
				.reduce((_, later) -> later)));
	}

}
