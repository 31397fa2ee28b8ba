package io.countersign.reading;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A day or a time of day as a sentence names it.
 *
 * @param from the first word of it
 * @param to the word after the last
 */
record Moment(int from, int to, Optional<LocalDate> day, Optional<LocalTime> time) {

	static Moment ofDay(int from, int to, LocalDate day) {
		return new Moment(from, to, Optional.of(day), Optional.empty());
	}

	static Moment ofTime(int from, int to, LocalTime time) {
		return new Moment(from, to, Optional.empty(), Optional.of(time));
	}

	/** One moment of a day and a time that stand together. */
	Moment with(Moment other) {
		return new Moment(Math.min(this.from, other.from), Math.max(this.to, other.to), this.day.or(other::day),
				this.time.or(other::time));
	}

	/** The same, said in more words. */
	Moment until(int end) {
		return new Moment(this.from, end, this.day, this.time);
	}

	Moment aYearLater() {
		return new Moment(this.from, this.to, this.day.map((date) -> date.plusYears(1)), this.time);
	}

	boolean completes(Moment other) {
		return (this.day.isEmpty() || other.day.isEmpty()) && (this.time.isEmpty() || other.time.isEmpty());
	}

}
