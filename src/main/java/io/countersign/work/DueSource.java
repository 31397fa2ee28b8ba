package io.countersign.work;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.integration.endpoint.MessageProducerSupport;
import org.springframework.messaging.support.GenericMessage;

/**
 * Claims due rows for as long as the flow runs: whenever there is room for them, at once
 * when woken, otherwise every so often. A thread of its own waits, so a flow with all
 * hands full holds up no other.
 */
final class DueSource extends MessageProducerSupport {

	private static final Logger log = LoggerFactory.getLogger(DueSource.class);

	private static final Duration LOOK_FOR_SUSPECTS = Duration.ofSeconds(1);

	/** Mails that come in a burst are claimed together. */
	private static final Duration GATHERING = Duration.ofMillis(100);

	private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);

	private final DueTable table;

	private final Worker worker;

	private final Workers workers;

	private final WorkSettings settings;

	private final WakeUps wakeUps;

	private final Bell bell = new Bell();

	private volatile boolean claiming;

	private long lookedForSuspects;

	private @Nullable Thread thread;

	private WakeUps.@Nullable Registration registration;

	DueSource(DueTable table, Worker worker, Workers workers, WorkSettings settings, WakeUps wakeUps) {
		this.table = table;
		this.worker = worker;
		this.workers = workers;
		this.settings = settings;
		this.wakeUps = wakeUps;
	}

	@Override
	protected void doStart() {
		this.workers.start();
		this.worker.begin();
		this.claiming = true;
		this.registration = this.wakeUps.on(this.table.name(), this.bell::ring);
		this.thread = Thread.ofVirtual().name("due-" + this.table.name()).start(this::run);
	}

	@Override
	protected void doStop() {
		if (this.registration != null) {
			this.registration.close();
		}
		this.worker.beginNoMore();
		this.claiming = false;
		this.bell.ring();
		this.workers.stop();
		end(this.thread);
	}

	private void run() {
		while (this.claiming) {
			try {
				round();
			}
			catch (InterruptedException ex) {
				return;
			}
			catch (RuntimeException ex) {
				log.atWarn().addKeyValue("table", this.table.name()).setCause(ex).log("Nothing could be claimed");
				pause();
			}
		}
	}

	private void round() throws InterruptedException {
		var room = this.workers.room();
		var claims = List.<Claim>of();
		try {
			var kind = this.settings.canDie() ? DueTable.Kind.FRESH : DueTable.Kind.ANY;
			claims = this.table.claim(kind, room, this.settings.lease());
		}
		finally {
			this.workers.giveBack(room - claims.size());
		}
		if (!claims.isEmpty()) {
			sendMessage(new GenericMessage<>(claims));
		}
		var suspected = this.settings.canDie() && tryASuspectAlone();
		if (claims.size() < room && !suspected) {
			gather();
			this.bell.await(this.settings.every());
		}
	}

	/** Whoever brings mail begins at once: what was sent first is to be met first. */
	private void gather() throws InterruptedException {
		if (this.settings.canDie()) {
			Thread.sleep(GATHERING);
		}
	}

	/**
	 * A row that may have ended a process is worked on while nothing else is, so that its
	 * neighbours are never taken for it.
	 */
	private boolean tryASuspectAlone() throws InterruptedException {
		if (System.nanoTime() - this.lookedForSuspects < LOOK_FOR_SUSPECTS.toNanos()) {
			return false;
		}
		if (!this.table.hasDue(DueTable.Kind.SUSPECT)) {
			this.lookedForSuspects = System.nanoTime();
			return false;
		}
		var all = this.workers.allRoom();
		try {
			var claims = this.table.claim(DueTable.Kind.SUSPECT, 1, this.settings.lease());
			if (!claims.isEmpty()) {
				sendMessage(new GenericMessage<>(claims));
				this.workers.oneMore();
			}
			return !claims.isEmpty();
		}
		finally {
			this.workers.giveBack(all);
		}
	}

	private void pause() {
		try {
			this.bell.await(AFTER_A_FAULT);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void end(@Nullable Thread thread) {
		if (thread == null) {
			return;
		}
		try {
			if (!thread.join(AFTER_A_FAULT)) {
				thread.interrupt();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
