package io.countersign.triage;

import java.util.Optional;

import io.countersign.identity.EmailAddress;
import io.countersign.intake.Party;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Knows the mail we wrote ourselves when it comes back through a watched mailbox. It says
 * nothing new, and whoever writes in our name is not listened to either.
 */
@Component
class OwnMail {

	private final EmailAddress mailbox;

	OwnMail(@Value("${countersign.writeback.mailbox}") EmailAddress mailbox) {
		this.mailbox = mailbox;
	}

	EmailAddress mailbox() {
		return this.mailbox;
	}

	Optional<String> reason(Optional<Party> from, Optional<Party> sender) {
		return (isOurs(from) || isOurs(sender)) ? Optional.of("We wrote it ourselves.") : Optional.empty();
	}

	private boolean isOurs(Optional<Party> party) {
		return party.filter((one) -> one.address().equals(this.mailbox)).isPresent();
	}

}
