package io.countersign.support;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;

/** How much memory a piece of work asks for, whether or not it keeps it. */
public final class Allocation {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private Allocation() {
	}

	/** In bytes, by the thread that does it. */
	public static long of(Runnable work) {
		var before = THREADS.getCurrentThreadAllocatedBytes();
		work.run();
		return THREADS.getCurrentThreadAllocatedBytes() - before;
	}

}
