package io.countersign.intake;

import java.util.Map;

import io.countersign.identity.PersonId;
import io.countersign.journal.Journaled;

/** A person had a message of the quarantine read once more. */
record MessageRetried(MessageId message, int attempts, PersonId by) implements Journaled {

	@Override
	public String stream() {
		return "message/" + this.message;
	}

	@Override
	public String type() {
		return "message.retried";
	}

	@Override
	public String key() {
		return "retried/" + this.attempts;
	}

	@Override
	public String actor() {
		return this.by.value();
	}

	@Override
	public Map<String, ?> data() {
		return Map.of("message", this.message.value());
	}

}
