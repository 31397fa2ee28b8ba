package io.countersign.crash;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/** Where this process is to die, and how often it may pass there before. */
final class Doom {

	static final Doom NONE = new Doom(null, 0);

	private final @Nullable CrashPoint point;

	private final AtomicInteger lives;

	Doom(@Nullable CrashPoint point, int lives) {
		this.point = point;
		this.lives = new AtomicInteger(lives);
	}

	boolean lurksIn(String sql) {
		return this.point != null && this.point.isReachedBy(sql);
	}

	void pass(CrashPoint.Side side) {
		if (this.point != null && this.point.side() == side && this.lives.decrementAndGet() == 0) {
			die();
		}
	}

	/** As an operator's {@code kill -9} does it: no hook, no finally, no goodbye. */
	private static void die() {
		try {
			new ProcessBuilder("kill", "-9", Long.toString(ProcessHandle.current().pid())).start().waitFor();
		}
		catch (IOException ex) {
			Runtime.getRuntime().halt(137);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		Runtime.getRuntime().halt(137);
	}

}
