package io.countersign.overview;

import java.time.Instant;
import java.util.function.Predicate;

/** A time that is looked at; its end is not part of it. */
record Period(Instant from, Instant to) implements Predicate<Instant> {

	@Override
	public boolean test(Instant at) {
		return !at.isBefore(this.from) && at.isBefore(this.to);
	}

}
