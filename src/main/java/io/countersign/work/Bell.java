package io.countersign.work;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes whoever waits; rung while nobody waits, it wakes the next who does. */
final class Bell {

	private final Semaphore rung = new Semaphore(0);

	void ring() {
		if (this.rung.availablePermits() == 0) {
			this.rung.release();
		}
	}

	void await(Duration longest) throws InterruptedException {
		if (this.rung.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
			this.rung.drainPermits();
		}
	}

}
