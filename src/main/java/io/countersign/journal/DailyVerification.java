package io.countersign.journal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads the whole journal soon after the start and daily. What does not fit raises an
 * alarm and gets an entry; nothing is repaired, and work goes on.
 */
@Component
class DailyVerification {

	private static final Logger log = LoggerFactory.getLogger(DailyVerification.class);

	private final Verifier verifier;

	private final TransactionOperations transactions;

	private final ApplicationEventPublisher events;

	private final AtomicReference<Verification> last = new AtomicReference<>();

	DailyVerification(Verifier verifier, TransactionOperations transactions, ApplicationEventPublisher events,
			MeterRegistry meters) {
		this.verifier = verifier;
		this.transactions = transactions;
		this.events = events;
		Gauge.builder("countersign.journal.faults", this::faults)
			.description("1 while the journal is not what was written, NaN until it has been read")
			.register(meters);
	}

	@Scheduled(initialDelay = 30, fixedDelay = 24 * 60 * 60, timeUnit = TimeUnit.SECONDS)
	void verify() {
		var found = this.verifier.verify();
		this.last.set(found);
		found.fault()
			.ifPresentOrElse((fault) -> mark(found.entries(), fault),
					() -> log.info("The journal's {} entries are what was written", found.entries()));
	}

	private void mark(long entries, String fault) {
		log.error("The journal is not what was written: {}", fault);
		this.transactions.executeWithoutResult((_) -> this.events.publishEvent(new JournalFault(entries, fault)));
	}

	private double faults() {
		var found = this.last.get();
		return (found == null) ? Double.NaN : (found.intact() ? 0 : 1);
	}

}
