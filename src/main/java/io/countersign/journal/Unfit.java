package io.countersign.journal;

/**
 * Something in an export is not what was written; the message is the sentence to show.
 */
final class Unfit extends RuntimeException {

	private static final long serialVersionUID = 1L;

	Unfit(String sentence) {
		super(sentence);
	}

}
