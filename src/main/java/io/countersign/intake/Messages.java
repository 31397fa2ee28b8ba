package io.countersign.intake;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;

/** The messages we keep, and what became of each. */
@Service
public class Messages {

	/**
	 * @throws io.countersign.problem.NotFound when there is no such message or its
	 * content is forgotten
	 */
	public Message get(MessageId id) {
		throw new UnsupportedOperationException();
	}

	/** The same as {@link #get}, for a message that may not have been read yet. */
	public Optional<Message> find(MessageId id) {
		throw new UnsupportedOperationException();
	}

	/**
	 * All messages with this Message-ID; more than one when somebody used it twice.
	 * @param internetMessageId normalised
	 */
	public List<MessageId> byInternetMessageId(String internetMessageId) {
		throw new UnsupportedOperationException();
	}

	/** The places the message was seen in so far. */
	public List<Sighting> sightings(MessageId id) {
		throw new UnsupportedOperationException();
	}

	/** The message is part of a case. */
	public void inCase(MessageId id, String caseId, String reason) {
		throw new UnsupportedOperationException();
	}

	/** The message waits on the review list. */
	public void inReview(MessageId id, String reason) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The message is none of our business: its content is forgotten, and keyed hashes
	 * stay so that it is known when it is seen again.
	 */
	public void ignore(MessageId id, String reason) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The messages are due to be read once more; {@link MessageRead} is published again.
	 */
	public void readAgain(Collection<MessageId> ids) {
		throw new UnsupportedOperationException();
	}

	/**
	 * What the message means depends on something that is not here yet: it is read once
	 * more after the pause, or at once when it is seen in one more place. Until then it
	 * counts as new.
	 */
	public void readLater(MessageId id, Duration pause, String reason) {
		throw new UnsupportedOperationException();
	}

}
