package io.countersign.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * By when something is wanted.
 *
 * @param at the last minute of it, absent for a vague one
 * @param day the day in the writer's zone, absent for a vague one
 * @param precision how exactly it was said
 * @param clue the words
 */
public record Deadline(Optional<Instant> at, Optional<LocalDate> day, Precision precision, Clue clue) {

	public boolean isVague() {
		return this.precision == Precision.VAGUE;
	}

	/** How exactly a deadline was said. */
	public enum Precision {

		/** "Friday": until the end of that day. */
		DAY,
		/** "Friday at noon". */
		TIME,
		/** "Soon": nobody can say when that is over. */
		VAGUE

	}

}
