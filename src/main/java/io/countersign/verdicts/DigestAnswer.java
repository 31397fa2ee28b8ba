package io.countersign.verdicts;

import java.util.Optional;

/**
 * A number of a digest that a reply answers: a request put to its author, bound by that
 * number and by nothing else.
 *
 * @param words what the reply says of the number
 */
public record DigestAnswer(State state, int number, String words) {

	/** What has become of the number since the digest was sent. */
	public enum State {

		OPEN,

		/** Another version of what was asked has come. */
		OVERTAKEN,

		/** It can no longer be answered by mail. */
		EXPIRED,

		/** Another mail has answered it. */
		USED,

		/** The request was answered in another way. */
		ANSWERED,

		/** The request is no longer the one that was listed. */
		CHANGED,

		/** It stands in a list that somebody else was sent. */
		FOREIGN

	}

	/** Nothing where the number stands for its request. */
	Optional<Finding> fault() {
		return switch (this.state) {
			case OPEN, OVERTAKEN -> Optional.empty();
			case EXPIRED -> refuse("The digest it answers has expired.");
			case USED -> refuse("Number %d of the digest was answered by another mail.".formatted(this.number));
			case ANSWERED ->
				refuse("The request under number %d was answered since the digest was sent.".formatted(this.number));
			case CHANGED -> refuse("Number %d of the digest no longer stands for this request.".formatted(this.number));
			case FOREIGN -> refuse("It answers a digest that was sent to somebody else.");
		};
	}

	private static Optional<Finding> refuse(String sentence) {
		return Optional.of(Finding.refuse(sentence));
	}

}
