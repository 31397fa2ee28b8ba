package io.countersign.intake;

import java.util.Optional;

import org.springframework.stereotype.Component;

/** The messages we keep, for whoever only reads them. */
@Component
public class MessageArchive {

	private final MessageRepository messages;

	MessageArchive(MessageRepository messages) {
		this.messages = messages;
	}

	/** A message that has been read and is not forgotten. */
	public Optional<Message> find(MessageId id) {
		return AtHand.find(id).or(() -> this.messages.find(id).map(this.messages::complete));
	}

}
