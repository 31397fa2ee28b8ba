package io.countersign.journal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import io.countersign.work.WakeUps;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hands new entries to whoever follows, as they become visible. One reader serves all
 * followers of a process, and rests while there are none.
 */
@Component
public class JournalTail implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(JournalTail.class);

	private static final Duration LOOK_ANYWAY = Duration.ofSeconds(1);

	/** An entry may have to wait for an older transaction, whose end nobody announces. */
	private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

	private static final int TIMES = 40;

	private final EntryRepository entries;

	private final WakeUps wakeUps;

	private final List<Consumer<? super List<Entry>>> followers = new CopyOnWriteArrayList<>();

	private final Semaphore woken = new Semaphore(0);

	private @Nullable Cursor read;

	private volatile @Nullable Thread thread;

	private WakeUps.@Nullable Registration registration;

	JournalTail(EntryRepository entries, WakeUps wakeUps) {
		this.entries = entries;
		this.wakeUps = wakeUps;
	}

	/**
	 * Calls back with every entry from now on, in order, until the answer is closed.
	 * @param follower returns soon; one that throws is told no more
	 */
	public synchronized WakeUps.Registration follow(Consumer<? super List<Entry>> follower) {
		if (this.read == null) {
			this.read = this.entries.end();
		}
		this.followers.add(follower);
		return () -> this.followers.remove(follower);
	}

	@Override
	public void start() {
		this.registration = this.wakeUps.on(Journal.TOPIC, this.woken::release);
		this.thread = Thread.ofVirtual().name("journal-tail").start(this::run);
	}

	@Override
	public void stop() {
		var running = this.thread;
		if (running != null) {
			running.interrupt();
		}
		if (this.registration != null) {
			this.registration.close();
		}
		this.thread = null;
	}

	@Override
	public boolean isRunning() {
		return this.thread != null;
	}

	private void run() {
		var looksLeft = 0;
		while (!Thread.currentThread().isInterrupted()) {
			try {
				var pause = (looksLeft > 0) ? LOOK_AGAIN : LOOK_ANYWAY;
				looksLeft = this.woken.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS) ? TIMES : looksLeft - 1;
				this.woken.drainPermits();
				handOut();
			}
			catch (InterruptedException ex) {
				return;
			}
			catch (RuntimeException ex) {
				log.atDebug().setCause(ex).log("The journal cannot be read for a moment");
			}
		}
	}

	private synchronized void handOut() {
		if (this.followers.isEmpty()) {
			this.read = null;
		}
		var from = this.read;
		if (from == null) {
			return;
		}
		var news = this.entries.after(from, Journal.PAGE);
		if (news.isEmpty()) {
			return;
		}
		this.read = news.getLast().cursor();
		this.followers.forEach((follower) -> tell(follower, news));
		if (news.size() == Journal.PAGE) {
			this.woken.release();
		}
	}

	private void tell(Consumer<? super List<Entry>> follower, List<Entry> news) {
		try {
			follower.accept(news);
		}
		catch (RuntimeException ex) {
			log.atWarn().setCause(ex).log("Somebody who followed the journal failed and is told no more");
			this.followers.remove(follower);
		}
	}

}
