package io.countersign.intake;

import java.util.Map;
import java.util.Set;

import io.countersign.journal.Journaled;

/** A message could not be read and waits, as it came, until somebody looks. */
record MessageQuarantined(MessageId message, String reason, int attempts) implements Journaled {

	@Override
	public String stream() {
		return "message/" + this.message;
	}

	@Override
	public String type() {
		return "message.quarantined";
	}

	@Override
	public String key() {
		return "quarantined/" + this.attempts;
	}

	@Override
	public String actor() {
		return "system";
	}

	@Override
	public Set<String> words() {
		return Set.of("reason");
	}

	@Override
	public Map<String, ?> data() {
		return Map.of("message", this.message.value(), "reason", this.reason);
	}

}
