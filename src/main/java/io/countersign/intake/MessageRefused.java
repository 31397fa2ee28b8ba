package io.countersign.intake;

import java.util.Map;
import java.util.Set;

import io.countersign.journal.Journaled;
import io.countersign.journal.Mode;

/** A mail that belongs to no case looks forged, and waits for two people. */
public record MessageRefused(MessageId message, String reason, Mode mode) implements Journaled {

	@Override
	public String stream() {
		return "message/" + this.message;
	}

	@Override
	public String type() {
		return "message.refused";
	}

	@Override
	public String key() {
		return "refused";
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
