package io.countersign.cases;

import java.time.Instant;
import java.util.Optional;

import io.countersign.intake.MessageId;

/**
 * Work that somebody orders on a page: no mail has asked for it, ours tells of it.
 *
 * @param key names this one attempt, so that a repetition orders nothing twice
 */
public record PageOrder(Participant orderedBy, Participant assignee, String what, Optional<Due> due, String language,
		String key, Instant at) {

	private static final String PREFIX = "ord_";

	private static final int LONGEST_TITLE = 120;

	/** Whether this is the name of such an order, and not of a mail. */
	public static boolean isNamed(MessageId opening) {
		return opening.value().startsWith(PREFIX);
	}

	MessageId name() {
		return new MessageId(Names.of(PREFIX, this.orderedBy.address(), this.key));
	}

	/** Its first words, cut where a word ends. */
	String title() {
		var line = this.what.strip().lines().findFirst().orElse("").strip();
		if (line.length() <= LONGEST_TITLE) {
			return line;
		}
		var end = line.lastIndexOf(' ', LONGEST_TITLE);
		return line.substring(0, (end > 0) ? end : LONGEST_TITLE) + " …";
	}

}
