package io.countersign.overview;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** One open page's view of what has changed since it last asked. */
public final class Follower implements AutoCloseable {

	/** Whoever has not asked for so long reads everything anew when he does. */
	private static final int MOST = 100_000;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition told = this.lock.newCondition();

	private final Set<String> changed = new HashSet<>();

	private Runnable afterwards = () -> {
	};

	private boolean closed;

	/** What is done when it is closed. */
	void afterwards(Runnable afterwards) {
		this.afterwards = afterwards;
	}

	/**
	 * The streams that have grown; waits for the first, but not for ever.
	 * @return nothing when nothing happened in that time
	 */
	public Set<String> next(Duration patience) throws InterruptedException {
		this.lock.lock();
		try {
			long left = patience.toNanos();
			while (this.changed.isEmpty() && !this.closed && left > 0) {
				left = this.told.awaitNanos(left);
			}
			return soFar();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** The streams that have grown by now. */
	Set<String> soFar() {
		this.lock.lock();
		try {
			var news = Set.copyOf(this.changed);
			this.changed.clear();
			return news;
		}
		finally {
			this.lock.unlock();
		}
	}

	public boolean isClosed() {
		this.lock.lock();
		try {
			return this.closed;
		}
		finally {
			this.lock.unlock();
		}
	}

	void tell(Set<String> streams) {
		this.lock.lock();
		try {
			if (this.changed.size() < MOST) {
				this.changed.addAll(streams);
			}
			this.told.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	@Override
	public void close() {
		this.lock.lock();
		try {
			this.closed = true;
			this.told.signalAll();
		}
		finally {
			this.lock.unlock();
		}
		this.afterwards.run();
	}

}
