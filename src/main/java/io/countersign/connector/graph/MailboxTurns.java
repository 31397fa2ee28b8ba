package io.countersign.connector.graph;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

import io.countersign.connector.ConnectorException;
import io.countersign.identity.EmailAddress;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One caller at a time in a mailbox, over all replicas, for everything but the reading of
 * its folders. Graph bears four calls at a time in a mailbox; the two folders that are
 * read take one each, by their claims, and this is the third (graph throttling limits,
 * Outlook service). A pause that Graph wants is kept by all replicas (RL-5).
 */
@ThroughGraph
@Component
class MailboxTurns {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Duration LOOK = Duration.ofMillis(25);

	private static final Duration LATER = Duration.ofSeconds(2);

	private final JdbcClient database;

	/** Longer than the call of a turn takes; whoever dies holds up the others so long. */
	private final Duration lease;

	MailboxTurns(JdbcClient database, GraphProperties properties) {
		this.database = database;
		this.lease = properties.turnLease();
	}

	/**
	 * @throws ConnectorException.Busy when the turn does not come soon
	 */
	<T> T take(EmailAddress mailbox, Supplier<T> calls) {
		return takeForLong(mailbox, (_) -> calls.get());
	}

	/**
	 * The same for calls that may take longer than a turn.
	 * @param calls is given what keeps the turn, to be run again and again
	 */
	<T> T takeForLong(EmailAddress mailbox, Function<Runnable, T> calls) {
		var fence = await(mailbox);
		var pause = Duration.ZERO;
		try {
			return calls.apply(keeping(mailbox, fence));
		}
		catch (ConnectorException.Busy ex) {
			pause = ex.retryAfter();
			throw ex;
		}
		finally {
			giveBack(mailbox, fence, pause);
		}
	}

	private long await(EmailAddress mailbox) {
		var until = System.nanoTime() + PATIENCE.toNanos();
		var fence = tryTake(mailbox);
		while (fence.isEmpty()) {
			if (System.nanoTime() > until) {
				throw new ConnectorException.Busy("Others are sending from this mailbox.", LATER);
			}
			pause();
			fence = tryTake(mailbox);
		}
		return fence.get();
	}

	private Optional<Long> tryTake(EmailAddress mailbox) {
		return this.database.sql("""
				insert into mailbox_turn as held (mailbox, turn, taken_until)
				values (:mailbox, 1, now() + :lease * interval '1 millisecond')
				on conflict (mailbox, turn) do update set taken_until = excluded.taken_until, fence = held.fence + 1
				where held.taken_until <= now()
				returning fence
				""")
			.param("mailbox", mailbox.value())
			.param("lease", this.lease.toMillis())
			.query(Long.class)
			.optional();
	}

	private Runnable keeping(EmailAddress mailbox, long fence) {
		var kept = new AtomicLong(System.nanoTime());
		return () -> {
			if (System.nanoTime() - kept.get() > this.lease.toNanos() / 3) {
				kept.set(System.nanoTime());
				keep(mailbox, fence);
			}
		};
	}

	private void keep(EmailAddress mailbox, long fence) {
		var held = this.database.sql("""
				update mailbox_turn set taken_until = now() + :lease * interval '1 millisecond'
				where mailbox = :mailbox and turn = 1 and fence = :fence
				""")
			.param("lease", this.lease.toMillis())
			.param("mailbox", mailbox.value())
			.param("fence", fence)
			.update();
		if (held == 0) {
			throw new ConnectorException.Busy("The turn in the mailbox is somebody else's by now.", LATER);
		}
	}

	private void giveBack(EmailAddress mailbox, long fence, Duration pause) {
		this.database.sql("""
				update mailbox_turn set taken_until = now() + :pause * interval '1 millisecond'
				where mailbox = :mailbox and turn = 1 and fence = :fence
				""").param("pause", pause.toMillis()).param("mailbox", mailbox.value()).param("fence", fence).update();
	}

	private static void pause() {
		try {
			Thread.sleep(LOOK);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new ConnectorException.Busy("The process ends.", LATER);
		}
	}

}
