package io.countersign.connector.graph;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.countersign.journal.Journaled;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Hints that Graph cannot have sent (WH-2). Anybody may send them, so each is counted and
 * one in an hour gets an entry in the journal.
 */
@ThroughGraph
@Component
class ForgedHints {

	private static final Logger log = LoggerFactory.getLogger(ForgedHints.class);

	private final TransactionOperations transactions;

	private final ApplicationEventPublisher events;

	private final Counter dropped;

	private final Clock clock;

	private final AtomicReference<@Nullable Instant> told = new AtomicReference<>();

	ForgedHints(TransactionOperations transactions, ApplicationEventPublisher events, MeterRegistry meters,
			Clock clock) {
		this.transactions = transactions;
		this.events = events;
		this.dropped = Counter.builder("countersign.graph.forged")
			.description("Notifications that named no subscription of ours, or not its secret")
			.register(meters);
		this.clock = clock;
	}

	void drop() {
		this.dropped.increment();
		log.warn("A notification that is not ours was dropped");
		var hour = this.clock.instant().truncatedTo(ChronoUnit.HOURS);
		if (!hour.equals(this.told.getAndSet(hour))) {
			this.transactions.executeWithoutResult((_) -> this.events.publishEvent(new HintRefused(hour)));
		}
	}

	/** The first of an hour that was not believed. */
	record HintRefused(Instant hour) implements Journaled {

		@Override
		public String stream() {
			return "notifications";
		}

		@Override
		public String type() {
			return "security.notification_refused";
		}

		@Override
		public String key() {
			return "refused/" + this.hour;
		}

		@Override
		public String actor() {
			return "system";
		}

		@Override
		public Map<String, ?> data() {
			return Map.of("reason", "It names no subscription of ours, or not its secret.", "hour",
					this.hour.toString());
		}

	}

}
