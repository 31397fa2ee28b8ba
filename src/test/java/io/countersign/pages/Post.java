package io.countersign.pages;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.countersign.identity.EmailAddress;
import io.countersign.intake.Arrival;
import io.countersign.intake.Content;
import io.countersign.intake.Folder;
import io.countersign.intake.Intake;
import io.countersign.intake.Message;
import io.countersign.intake.Messages;
import io.countersign.intake.Preview;
import io.countersign.intake.Threading;
import io.countersign.scenario.Letter;

import static org.awaitility.Awaitility.await;

/** Brings letters into mailboxes, and waits until they are read. */
final class Post {

	/** A morning is many letters, and each test has one. */
	private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

	private final House house;

	Post(House house) {
		this.house = house;
	}

	Message deliver(Letter letter, Staff mailbox) {
		return deliver(letter, mailbox.email());
	}

	Message deliver(Letter letter, EmailAddress mailbox) {
		var preview = new Preview(letter.subject(), Optional.empty(), Optional.empty(), List.of(), List.of(),
				Threading.NONE, Optional.empty(), List.of(), Content.NONE, false, false, Optional.empty());
		var arrival = Arrival.live(mailbox, Folder.INBOX, UUID.randomUUID().toString(), letter.sentAt().toInstant(),
				preview);
		try {
			var id = this.house.bean(Intake.class).receive(arrival, new ByteArrayInputStream(letter.bytes()));
			var messages = this.house.bean(Messages.class);
			await().pollDelay(Duration.ZERO).pollInterval(LOOK_AGAIN).until(() -> messages.find(id).isPresent());
			return messages.get(id);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
