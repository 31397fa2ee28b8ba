package io.countersign.support;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The most memory in use after a collection while something runs. */
public final class HeapPeak implements AutoCloseable {

	private static final Duration EVERY = Duration.ofMillis(500);

	private final long before = used();

	private final Thread sampler = Thread.ofPlatform().daemon().start(this::sample);

	private volatile long most = this.before;

	/** By how many bytes it has grown at the most since this was made. */
	public long growth() {
		return this.most - this.before;
	}

	private void sample() {
		while (!Thread.currentThread().isInterrupted()) {
			this.most = Math.max(this.most, used());
			LockSupport.parkNanos(EVERY.toNanos());
		}
	}

	private static long used() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	@Override
	public void close() {
		this.sampler.interrupt();
	}

}
