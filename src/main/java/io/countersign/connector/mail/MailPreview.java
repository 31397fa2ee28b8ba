package io.countersign.connector.mail;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import io.countersign.intake.Content;
import io.countersign.intake.Glance;
import io.countersign.intake.Message;
import io.countersign.intake.Preview;
import io.countersign.intake.Threading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** What is told of a mail before it is taken in, read from its own bytes. */
@ThroughMail
@Component
class MailPreview {

	private static final Logger log = LoggerFactory.getLogger(MailPreview.class);

	/** Of a mail nobody has looked into. */
	static final Preview NONE = new Preview("", Optional.empty(), Optional.empty(), List.of(), List.of(),
			Threading.NONE, Optional.empty(), List.of(), Content.NONE, false, false, Optional.empty());

	private final Glance glance;

	MailPreview(Glance glance) {
		this.glance = glance;
	}

	/**
	 * Nothing for a mail that cannot be taken apart; what it is shows when it is read.
	 */
	Optional<Preview> of(byte[] mime) {
		try {
			return Optional.of(of(this.glance.at(mime)));
		}
		catch (IOException | RuntimeException ex) {
			log.atWarn().setCause(ex).log("A mail could not be looked into before it was taken in");
			return Optional.empty();
		}
	}

	private static Preview of(Message message) {
		return new Preview(message.subject(), message.from(), message.sender(), message.to(), message.cc(),
				message.threading(), Optional.empty(), message.evidence().header(), message.content(),
				!message.parts().isEmpty(), false, message.sentAt());
	}

}
