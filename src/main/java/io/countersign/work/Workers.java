package io.countersign.work;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The workers of one flow, and how many more rows they can take. */
final class Workers {

	private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

	private final String name;

	private final int count;

	private final int places;

	private final int batch;

	private volatile Semaphore free;

	private volatile ExecutorService threads;

	Workers(String name, WorkSettings settings) {
		this.name = name;
		this.count = settings.workers();
		this.places = settings.workers() + settings.ahead();
		this.batch = Math.max(1, settings.ahead() / 2);
		this.free = new Semaphore(this.places);
		this.threads = threads();
	}

	/** Begins anew after a stop. */
	void start() {
		if (this.threads.isShutdown()) {
			this.free = new Semaphore(this.places);
			this.threads = threads();
		}
	}

	/**
	 * Waits until there is room: where rows are claimed ahead, for half of those, so that
	 * no worker has to wait and not each row costs a claim of its own. Answers how many
	 * rows can be taken.
	 */
	int room() throws InterruptedException {
		this.free.acquire(this.batch);
		return this.batch + this.free.drainPermits();
	}

	/** Waits until nobody works, and takes all the room there is. */
	int allRoom() throws InterruptedException {
		this.free.acquire(this.places);
		return this.places;
	}

	/** Waits until one more row can be taken, and takes that room. */
	void oneMore() throws InterruptedException {
		this.free.acquire();
	}

	void giveBack(int room) {
		this.free.release(room);
	}

	/** Called with room taken. While the flow stops, the caller runs it himself. */
	void execute(Runnable work) {
		try {
			this.threads.execute(work);
		}
		catch (RejectedExecutionException ex) {
			work.run();
		}
	}

	/** Lets what is begun come to its end. */
	void stop() {
		this.threads.shutdown();
		try {
			if (!this.threads.awaitTermination(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
				this.threads.shutdownNow();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private ExecutorService threads() {
		return Executors.newFixedThreadPool(this.count, Thread.ofVirtual().name(this.name + "-", 0).factory());
	}

}
