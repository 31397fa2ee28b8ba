package io.countersign.connector.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * One piece of work for all who come while the piece before is being done. A burst of a
 * thousand callers so costs a few transactions, one after another, and never a thousand
 * at a time.
 */
final class Gathering<T> {

	private static final int MOST_WAITING = 200;

	private final ReentrantLock turn = new ReentrantLock(true);

	private final Consumer<List<T>> work;

	private final Duration patience;

	private Batch<T> open = new Batch<>();

	/**
	 * @param work is done by one thread at a time, for all items gathered meanwhile
	 * @param patience how long a caller waits for its turn
	 */
	Gathering(Consumer<List<T>> work, Duration patience) {
		this.work = work;
		this.patience = patience;
	}

	/**
	 * Returns when the work has been done for these items, and throws what it threw.
	 * Answers false when too many wait already or the turn did not come; the items may
	 * still be worked on.
	 */
	boolean take(List<T> items) throws InterruptedException {
		if (this.turn.getQueueLength() >= MOST_WAITING) {
			return false;
		}
		var mine = join(items);
		if (!this.turn.tryLock(this.patience.toNanos(), TimeUnit.NANOSECONDS)) {
			return false;
		}
		try {
			if (!mine.done) {
				work(close());
			}
		}
		finally {
			this.turn.unlock();
		}
		if (mine.failure != null) {
			throw mine.failure;
		}
		return true;
	}

	private synchronized Batch<T> join(List<T> items) {
		this.open.items.addAll(items);
		return this.open;
	}

	/** What is still to be done is always the open batch: closed ones are done. */
	private synchronized Batch<T> close() {
		var closed = this.open;
		this.open = new Batch<>();
		return closed;
	}

	private void work(Batch<T> batch) {
		try {
			this.work.accept(batch.items);
		}
		catch (RuntimeException ex) {
			batch.failure = ex;
		}
		finally {
			batch.done = true;
		}
	}

	/** Its fields but the items are touched by whoever has the turn. */
	private static final class Batch<T> {

		private final List<T> items = new ArrayList<>();

		private boolean done;

		private @Nullable RuntimeException failure;

	}

}
