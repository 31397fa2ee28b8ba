package io.countersign.connector.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * One piece of work for all who come while the piece before is being done. A burst of a
 * thousand callers so costs a few transactions, one after another, and never a thousand
 * at a time. The work has a thread of its own, so that no caller waits for it longer than
 * he wants to.
 */
final class Gathering<T> {

	private static final int MOST_WAITING = 200;

	private final Consumer<List<T>> work;

	private final Duration patience;

	private Batch<T> open = new Batch<>();

	private int waiting;

	private boolean working;

	/**
	 * @param work is done by one thread at a time, for all items gathered meanwhile
	 * @param patience how long a caller waits for the end of it
	 */
	Gathering(Consumer<List<T>> work, Duration patience) {
		this.work = work;
		this.patience = patience;
	}

	/**
	 * Returns when the work has been done for these items, and throws what it threw.
	 * Answers false when too many wait already or it was not done in time; the items may
	 * still be worked on when that has begun.
	 */
	boolean take(List<T> items) throws InterruptedException {
		var mine = join(items);
		return mine.isPresent() && await(mine.get(), items);
	}

	private boolean await(Batch<T> batch, List<T> items) throws InterruptedException {
		try {
			if (!batch.done.await(this.patience.toNanos(), TimeUnit.NANOSECONDS)) {
				return false;
			}
		}
		finally {
			leave(batch, items);
		}
		if (batch.failure != null) {
			throw batch.failure;
		}
		return true;
	}

	private synchronized Optional<Batch<T>> join(List<T> items) {
		if (this.waiting >= MOST_WAITING) {
			return Optional.empty();
		}
		this.waiting++;
		this.open.pieces.add(items);
		if (!this.working) {
			this.working = true;
			Thread.startVirtualThread(this::work);
		}
		return Optional.of(this.open);
	}

	/** Whoever waits no longer takes along what nobody has begun, or it would pile up. */
	private synchronized void leave(Batch<T> batch, List<T> items) {
		this.waiting--;
		batch.pieces.removeIf((piece) -> piece == items);
	}

	private void work() {
		for (var batch = next(); batch.isPresent(); batch = next()) {
			work(batch.get());
		}
	}

	/** Nothing to do ends the thread; the next caller begins another. */
	private synchronized Optional<Batch<T>> next() {
		this.working = !this.open.pieces.isEmpty();
		if (!this.working) {
			return Optional.empty();
		}
		var closed = this.open;
		this.open = new Batch<>();
		return Optional.of(closed);
	}

	private void work(Batch<T> batch) {
		try {
			this.work.accept(items(batch));
		}
		catch (RuntimeException ex) {
			batch.failure = ex;
		}
		catch (Error ex) {
			// Whoever comes later needs this thread all the same.
			batch.failure = new IllegalStateException("What was gathered could not be worked on", ex);
		}
		finally {
			batch.done.countDown();
		}
	}

	private synchronized List<T> items(Batch<T> batch) {
		return batch.pieces.stream().flatMap(List::stream).toList();
	}

	/** Its pieces are touched under the lock; its failure is there when it is done. */
	private static final class Batch<T> {

		private final List<List<T>> pieces = new ArrayList<>();

		private final CountDownLatch done = new CountDownLatch(1);

		private @Nullable RuntimeException failure;

	}

}
