package io.countersign.verdicts;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.countersign.cases.Ask;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Mandate;
import io.countersign.identity.Person;
import io.countersign.intake.Message;
import io.countersign.intake.MessageId;
import io.countersign.intake.Sighting;
import io.countersign.reading.OwnWords;
import io.countersign.reading.VerdictReading;

/**
 * A reply without the mail itself: what was known of it when it was judged, the state of
 * directory and mandates among it.
 */
record Facts(List<Sighting> sightings, Matter matter, List<Ask> namedAsks, Collection<Person> people,
		List<Mandate> mandates, Optional<Instant> sentReadUpTo, Set<EmailAddress> ours, Optional<MessageId> repeats,
		Optional<MailSignature> signature, Optional<ChatGround> ground, OwnWords own, VerdictReading reading,
		Instant now) {

	Facts {
		// What was kept by an older software says nothing of it.
		ground = (ground != null) ? ground : Optional.empty();
	}

	static Facts of(Reply reply) {
		return new Facts(reply.sightings(), reply.matter(), reply.namedAsks(), List.copyOf(reply.people().values()),
				reply.mandates(), reply.sentReadUpTo(), reply.ours(), reply.repeats(), reply.signature(),
				reply.ground(), reply.own(), reply.reading(), reply.now());
	}

	/** Of a digest; 0 where it answers none. */
	int number() {
		return this.matter.digest().map(DigestAnswer::number).orElse(0);
	}

	Reply about(Message message) {
		var known = this.people.stream().collect(Collectors.toMap(Person::address, Function.identity()));
		return new Reply(message, this.sightings, this.matter, this.namedAsks, known, this.mandates, this.sentReadUpTo,
				this.ours, this.repeats, this.signature, this.ground, this.own, this.reading, this.now);
	}

}
