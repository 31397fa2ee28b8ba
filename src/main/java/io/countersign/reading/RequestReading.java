package io.countersign.reading;

import java.util.List;
import java.util.Optional;

/**
 * What a mail asks.
 *
 * @param confidence the share of readings like this that are right
 * @param askedOf the addresses of those it is asked of; never taken from Cc
 * @param ask the sentence that asks
 * @param items the numbered points, in order
 * @param options the offered answers
 * @param reason one sentence a person can check
 */
public record RequestReading(Intent intent, double confidence, List<String> askedOf, Optional<String> ask,
		List<Item> items, List<String> options, Optional<Deadline> deadline, List<Clue> clues, String reason) {

	public RequestReading {
		askedOf = List.copyOf(askedOf);
		items = List.copyOf(items);
		options = List.copyOf(options);
		clues = List.copyOf(clues);
	}

	/** Whether anybody is to answer or to do something. */
	public boolean asks() {
		return this.intent.asks();
	}

	/** The kinds of asking, the strongest first. */
	public enum Intent {

		APPROVAL_REQUEST, TASK_ORDER, QUESTION, ORIENTATION, NONE;

		/** Whether anybody is to answer or to do something. */
		public boolean asks() {
			return compareTo(QUESTION) <= 0;
		}

	}

	/**
	 * A numbered point.
	 *
	 * @param number as written, without dot or bracket
	 */
	public record Item(String number, String text) {
	}

}
