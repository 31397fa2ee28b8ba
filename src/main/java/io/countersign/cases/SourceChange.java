package io.countersign.cases;

import java.time.Instant;
import java.util.Locale;

import io.countersign.intake.MessageId;

/**
 * What became of the message an answer was taken from, after it was taken. The answer
 * stays as it is.
 *
 * @param message the version that shows it
 */
public record SourceChange(Kind kind, MessageId message, Instant at) {

	/** What its author has done. */
	public enum Kind {

		EDITED, DELETED;

		/** The API's word. */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
