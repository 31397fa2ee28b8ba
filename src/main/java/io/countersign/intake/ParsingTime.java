package io.countersign.intake;

import java.time.Duration;

import io.countersign.intake.BoundedStream.LimitReached;

/**
 * The time that may be spent on one mail, in however many ways it is read (IN-11).
 * Whoever holds a claim meanwhile hears again and again that it goes on.
 */
final class ParsingTime {

	private static final long TELL_AFTER = Duration.ofSeconds(5).toNanos();

	private final Runnable goingOn;

	private final long tellAfter;

	private final long until;

	private long told = System.nanoTime();

	ParsingTime(Duration most, Runnable goingOn) {
		this.goingOn = goingOn;
		this.tellAfter = Math.min(TELL_AFTER, most.toNanos() / 6);
		this.until = this.told + most.toNanos();
	}

	/**
	 * @throws LimitReached when the time is up
	 */
	void goOn() throws LimitReached {
		var now = System.nanoTime();
		if (now - this.told > this.tellAfter) {
			this.told = now;
			this.goingOn.run();
		}
		if (now - this.until > 0) {
			throw new LimitReached("Parsing the mail took too long; the rest of it was left out.");
		}
	}

}
