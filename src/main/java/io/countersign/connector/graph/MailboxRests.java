package io.countersign.connector.graph;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;

import io.countersign.connector.ConnectorException;
import io.countersign.identity.EmailAddress;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mailboxes that are left alone for a while: because Graph said for how long (RL-5), or
 * because calls failed so often in a row that the next would fail as well. A rest holds
 * for every call of every replica; failures are counted by each for itself.
 */
@ThroughGraph
@Component
class MailboxRests {

	private static final int FAILURES_IN_A_ROW = 5;

	private static final Duration FIRST = Duration.ofSeconds(1);

	private static final Duration LONGEST = Duration.ofSeconds(30);

	private final Map<EmailAddress, Rest> rests = new ConcurrentHashMap<>();

	private final JdbcClient database;

	private final Clock clock;

	MailboxRests(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/**
	 * @throws ConnectorException.Busy while the mailbox rests
	 */
	void check(EmailAddress mailbox) {
		var now = this.clock.instant();
		known(mailbox).filter((until) -> until.isAfter(now)).or(() -> shared(mailbox)).ifPresent((until) -> {
			var left = Duration.between(now, until);
			if (left.isPositive()) {
				throw new ConnectorException.Busy("The mailbox is left alone for a while.", left);
			}
		});
	}

	/** A call that was under way when the rest began does not end it. */
	void succeeded(EmailAddress mailbox) {
		var now = this.clock.instant();
		this.rests.computeIfPresent(mailbox, (_, rest) -> rest.until().isAfter(now) ? new Rest(0, rest.until()) : null);
	}

	/** Graph wants to be left alone. Answers for how long. */
	Duration throttled(EmailAddress mailbox, GraphFault fault) {
		return rest(mailbox, (failures) -> fault.retryAfter().orElseGet(() -> growing(failures)));
	}

	void failed(EmailAddress mailbox) {
		rest(mailbox, (failures) -> (failures >= FAILURES_IN_A_ROW) ? growing(failures - FAILURES_IN_A_ROW + 1)
				: Duration.ZERO);
	}

	/** Of two pauses the one that ends later counts. */
	private Duration rest(EmailAddress mailbox, IntFunction<Duration> pauseAfter) {
		var now = this.clock.instant();
		var rest = this.rests.merge(mailbox, new Rest(1, now.plus(pauseAfter.apply(1))), (known, _) -> {
			var failures = known.failures() + 1;
			var until = now.plus(pauseAfter.apply(failures));
			return new Rest(failures, until.isAfter(known.until()) ? until : known.until());
		});
		if (rest.until().isAfter(now)) {
			share(mailbox, rest.until());
		}
		return Duration.between(now, rest.until());
	}

	private Optional<Instant> known(EmailAddress mailbox) {
		return Optional.ofNullable(this.rests.get(mailbox)).map(Rest::until);
	}

	private Optional<Instant> shared(EmailAddress mailbox) {
		return this.database.sql("select until from mailbox_rest where mailbox = :mailbox")
			.param("mailbox", mailbox.value())
			.query((row, _) -> row.getObject("until", OffsetDateTime.class).toInstant())
			.optional();
	}

	private void share(EmailAddress mailbox, Instant until) {
		this.database.sql("""
				insert into mailbox_rest as known (mailbox, until) values (:mailbox, :until)
				on conflict (mailbox) do update set until = greatest(known.until, excluded.until)
				""").param("mailbox", mailbox.value()).param("until", until.atOffset(ZoneOffset.UTC)).update();
	}

	private static Duration growing(int failures) {
		var full = Math.min(LONGEST.toMillis(), FIRST.toMillis() << Math.min(failures, 10));
		return Duration.ofMillis(ThreadLocalRandom.current().nextLong(full / 2, full + 1));
	}

	/**
	 * @param failures how many calls failed in a row
	 */
	private record Rest(int failures, Instant until) {
	}

}
