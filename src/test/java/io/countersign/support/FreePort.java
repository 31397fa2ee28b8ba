package io.countersign.support;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports for what is started later, and started again. They lie below those the system
 * gives to outgoing connections (from 32768 on Linux), and no two callers get the same,
 * or one of a thousand connections of tests beside this one would have it in the
 * meantime.
 */
public final class FreePort {

	private static final int FIRST = 12_000;

	private static final int COUNT = 20_000;

	private static final AtomicInteger NEXT = new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

	private FreePort() {
	}

	/** A port from 12,000 to 31,999 at which nobody listens. */
	public static int next() {
		for (var tried = 0; tried < COUNT; tried++) {
			var port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
			if (isFree(port)) {
				return port;
			}
		}
		throw new IllegalStateException("No port from %d on is free".formatted(FIRST));
	}

	private static boolean isFree(int port) {
		try (var _ = new ServerSocket(port)) {
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
