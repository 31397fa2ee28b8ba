package io.countersign.writeback;

import java.util.Objects;
import java.util.Optional;

import io.countersign.work.Claim;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** RL-8: how much automatic mail one thread and one person get. */
@Component
class SendingLimits {

	private final WritebackRepository writebacks;

	private final WritebackProperties properties;

	private final TransactionOperations transaction;

	private final Counter held;

	SendingLimits(WritebackRepository writebacks, WritebackProperties properties, TransactionOperations transaction,
			MeterRegistry meters) {
		this.writebacks = writebacks;
		this.properties = properties;
		this.transaction = transaction;
		this.held = Counter.builder("countersign.writeback.held")
			.description("How often an answer had to wait because a limit for automatic mail was reached")
			.register(meters);
	}

	/**
	 * Why this one has to wait, in a sentence; nothing when it may go, and then it counts
	 * already. One sender at a time asks, over all replicas.
	 */
	Optional<String> reached(Claim claim, Writeback writeback) {
		var reason = Objects.requireNonNull(this.transaction.execute((_) -> {
			this.writebacks.lockLimits();
			var reached = reached(writeback);
			if (reached.isEmpty()) {
				this.writebacks.reserve(claim);
			}
			return reached;
		}));
		reason.ifPresent((_) -> this.held.increment());
		return reason;
	}

	private Optional<String> reached(Writeback writeback) {
		var sent = this.writebacks.sentLately(writeback);
		if (sent.thread() >= this.properties.perThreadAndHour()) {
			return Optional.of("This thread has had %d automatic mails within an hour.".formatted(sent.thread()));
		}
		if (sent.hour() >= this.properties.perAddressAndHour()) {
			return Optional
				.of("One of its receivers has had %d automatic mails within an hour.".formatted(sent.hour()));
		}
		return (sent.day() >= this.properties.perAddressAndDay())
				? Optional.of("One of its receivers has had %d automatic mails within a day.".formatted(sent.day()))
				: Optional.empty();
	}

}
