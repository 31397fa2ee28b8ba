package io.countersign.writeback;

import java.util.Optional;

import io.countersign.intake.AutomaticMark;
import io.countersign.intake.Message;
import io.countersign.intake.Party;

import org.springframework.stereotype.Component;

/**
 * Knows the mails that are never answered, because a program would answer the answer
 * (RL-7, RFC 3834 section 2).
 */
@Component
class Loops {

	private static final int MOST_HOPS = 49;

	private final WritebackProperties properties;

	Loops(WritebackProperties properties) {
		this.properties = properties;
	}

	/** Why this mail is not answered, in a sentence. */
	Optional<String> reason(Message message) {
		if (isOurs(message.from()) || isOurs(message.sender())) {
			return Optional.of("It comes from our own mailbox.");
		}
		var evidence = message.evidence();
		if (evidence.all("Received").size() > MOST_HOPS) {
			return Optional.of("It has come through so many servers that it goes round in circles.");
		}
		return AutomaticMark.barring(evidence).map(AutomaticMark::sentence);
	}

	private boolean isOurs(Optional<Party> party) {
		return party.filter((one) -> one.address().equals(this.properties.mailbox())).isPresent();
	}

}
