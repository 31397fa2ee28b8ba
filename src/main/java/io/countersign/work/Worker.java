package io.countersign.work;

import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Works on a claim and turns a failure into "later", and one too many into "stuck". */
class Worker {

	private static final Logger log = LoggerFactory.getLogger(Worker.class);

	private static final long TELL_AGAIN_NANOS = 250_000_000;

	private final DueTable table;

	private final Work work;

	private final WorkSettings settings;

	private volatile boolean stopping;

	Worker(DueTable table, Work work, WorkSettings settings) {
		this.table = table;
		this.work = work;
		this.settings = settings;
	}

	void begin() {
		this.stopping = false;
	}

	void beginNoMore() {
		this.stopping = true;
	}

	void take(Claim claim, Workers workers) {
		try {
			attempt(claim);
		}
		finally {
			workers.giveBack(1);
		}
	}

	private void attempt(Claim claim) {
		if (this.stopping) {
			this.table.handBack(claim);
			return;
		}
		if (claim.deaths() >= this.settings.deaths()) {
			untilTold(claim,
					() -> giveUp(claim,
							"Work on it was begun %d times and never came to an end; it may have ended the process."
								.formatted(claim.deaths())));
			return;
		}
		try {
			this.work.work(claim);
		}
		catch (InterruptedException ex) {
			this.table.handBack(claim);
			Thread.currentThread().interrupt();
		}
		catch (Exception | Error ex) {
			// An error that leaves the process alive is a failure like any other.
			untilTold(claim, () -> later(claim, ex));
		}
	}

	/**
	 * A database that is away for a moment must not make an attempt look like one that
	 * ended its process.
	 */
	private void untilTold(Claim claim, Runnable telling) {
		var until = System.nanoTime() + this.settings.lease().toNanos();
		while (true) {
			try {
				telling.run();
				return;
			}
			catch (DataAccessException | TransactionException ex) {
				if (System.nanoTime() > until || Thread.currentThread().isInterrupted()) {
					log.atWarn()
						.addKeyValue("row", claim.id())
						.setCause(ex)
						.log("Work failed and could not say so; it is due again when its lease ends");
					return;
				}
				LockSupport.parkNanos(TELL_AGAIN_NANOS);
			}
		}
	}

	private void later(Claim claim, Throwable failure) {
		var reason = sentence(failure);
		if (failure instanceof RetryLater busy) {
			this.table.postpone(claim, busy.retryAfter(), reason);
		}
		else if (DatabaseTrouble.isBehind(failure)) {
			log.atWarn().addKeyValue("row", claim.id()).setCause(failure).log("Work waits for the database");
			this.table.postpone(claim, Pause.forTheDatabase(), reason);
		}
		else if (claim.failures() + 1 >= this.settings.failures()) {
			log.atWarn().addKeyValue("row", claim.id()).setCause(failure).log("Work failed too often");
			giveUp(claim, reason);
		}
		else {
			log.atWarn().addKeyValue("row", claim.id()).setCause(failure).log("Work failed and is due again later");
			this.table.fail(claim, Pause.after(claim.failures() + 1), reason);
		}
	}

	private void giveUp(Claim claim, String reason) {
		log.atError().addKeyValue("row", claim.id()).addKeyValue("reason", reason).log("Work is stuck");
		this.work.giveUp(claim, reason);
	}

	/**
	 * What a database says of a failure means nothing to people; that stays in the log.
	 * No database takes a NUL, which somebody else's words may hold.
	 */
	private static String sentence(Throwable failure) {
		var message = failure.getMessage();
		return (message == null || failure instanceof DataAccessException || failure instanceof Error)
				? "Something in our software failed (%s); the log has more."
					.formatted(failure.getClass().getSimpleName())
				: message.replace("\0", "");
	}

}
