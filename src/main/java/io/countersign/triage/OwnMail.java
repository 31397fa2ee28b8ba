package io.countersign.triage;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.countersign.identity.EmailAddress;
import io.countersign.intake.Folder;
import io.countersign.intake.Message;
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

	/** Our own mailbox, and those in whose inbox the message was seen. */
	Set<EmailAddress> mailboxes(Message message) {
		var mailboxes = new HashSet<EmailAddress>();
		mailboxes.add(this.mailbox);
		message.sightings()
			.stream()
			.filter((sighting) -> sighting.folder() == Folder.INBOX)
			.forEach((sighting) -> mailboxes.add(sighting.mailbox()));
		return mailboxes;
	}

	/** Whether it was sent to our own mailbox. */
	boolean isAddressed(Message message) {
		return Stream.concat(message.to().stream(), message.cc().stream())
			.anyMatch((one) -> one.address().equals(this.mailbox));
	}

	Optional<String> reason(Optional<Party> from, Optional<Party> sender) {
		return (isOurs(from) || isOurs(sender)) ? Optional.of("We wrote it ourselves.") : Optional.empty();
	}

	private boolean isOurs(Optional<Party> party) {
		return party.filter((one) -> one.address().equals(this.mailbox)).isPresent();
	}

}
