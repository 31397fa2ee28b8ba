package io.countersign.support;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What a piece of work costs, by the time of the processor of its thread: other work may
 * run on the same machine.
 */
public final class CpuTime {

	private CpuTime() {
	}

	public static Duration of(Runnable work) {
		var threads = ManagementFactory.getThreadMXBean();
		var start = threads.getCurrentThreadCpuTime();
		work.run();
		return Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
	}

}
