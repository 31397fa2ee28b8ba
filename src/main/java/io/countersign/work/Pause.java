package io.countersign.work;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long a failed row waits: longer each time, and never for all rows the same. */
final class Pause {

	private static final long FIRST_MILLIS = 500;

	/** Whatever was away, work goes on within a minute of its return (OP-2). */
	private static final long LONGEST_MILLIS = Duration.ofSeconds(30).toMillis();

	private static final long DATABASE_MILLIS = Duration.ofSeconds(10).toMillis();

	private Pause() {
	}

	/** Short enough to go on soon, and not so short that all of them ask at once. */
	static Duration forTheDatabase() {
		return Duration.ofMillis(ThreadLocalRandom.current().nextLong(DATABASE_MILLIS / 4, DATABASE_MILLIS));
	}

	/**
	 * @param failures how many there were, this one included; 1 or more
	 */
	static Duration after(int failures) {
		var full = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(2 * (failures - 1), 20));
		return Duration.ofMillis(ThreadLocalRandom.current().nextLong(full / 2, full + 1));
	}

}
