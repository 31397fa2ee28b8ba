package io.countersign.intake;

import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What is costly to work out is worked out once at a time, and for no more than a third
 * of the time; until then the last answer stands. Anything else is worked out each time.
 */
final class Sparing<T> {

	private final Supplier<T> work;

	private final Predicate<T> costly;

	private final LongSupplier nanos;

	private @Nullable T last;

	private long until;

	/**
	 * @param costly whether what has been worked out took a great deal
	 */
	Sparing(Supplier<T> work, Predicate<T> costly, LongSupplier nanos) {
		this.work = work;
		this.costly = costly;
		this.nanos = nanos;
	}

	synchronized T get() {
		var began = this.nanos.getAsLong();
		var stands = this.last;
		if (stands != null && began - this.until < 0) {
			return stands;
		}
		var fresh = this.work.get();
		var ended = this.nanos.getAsLong();
		this.last = this.costly.test(fresh) ? fresh : null;
		this.until = ended + 2 * (ended - began);
		return fresh;
	}

}
