package io.countersign.writeback;

import java.util.Optional;

import org.springframework.stereotype.Component;

/** RL-8: how much automatic mail one thread and one person get. */
@Component
class SendingLimits {

	private final WritebackRepository writebacks;

	private final WritebackProperties properties;

	SendingLimits(WritebackRepository writebacks, WritebackProperties properties) {
		this.writebacks = writebacks;
		this.properties = properties;
	}

	/** Why this one has to wait, in a sentence; nothing when it may go. */
	Optional<String> reached(Writeback writeback) {
		var sent = this.writebacks.sentLately(writeback.caseId(), writeback.recipients());
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
