package io.countersign.documents.extraction;

import java.time.Duration;

/**
 * Ends the process when a file takes too long, also when nobody is there any more to end
 * it from outside, and when nothing has been asked for a while.
 */
final class Patience {

	private static final Duration IDLE = Duration.ofMinutes(2);

	private static final Duration GRACE = Duration.ofSeconds(5);

	private static final int TOO_LONG = 3;

	private final Duration longest;

	private volatile long until;

	Patience(Duration longest) {
		this.longest = longest.plus(GRACE);
		idle();
		Thread.ofPlatform().daemon().name("patience").start(this::watch);
	}

	void working() {
		this.until = System.nanoTime() + this.longest.toNanos();
	}

	void idle() {
		this.until = System.nanoTime() + IDLE.toNanos();
	}

	void end() {
		Runtime.getRuntime().halt(0);
	}

	private void watch() {
		while (System.nanoTime() < this.until) {
			try {
				Thread.sleep(Duration.ofMillis(500));
			}
			catch (InterruptedException ex) {
				return;
			}
		}
		Runtime.getRuntime().halt(TOO_LONG);
	}

}
