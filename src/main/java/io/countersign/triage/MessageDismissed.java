package io.countersign.triage;

import java.time.Instant;
import java.util.Map;

import io.countersign.identity.PersonId;
import io.countersign.intake.MessageId;
import io.countersign.journal.Journaled;

/**
 * A person has called a message none of our business, or has taken that back.
 *
 * @param since when it was first said
 */
record MessageDismissed(MessageId message, boolean takenBack, PersonId by, Instant since) implements Journaled {

	@Override
	public String stream() {
		return "message/" + this.message;
	}

	@Override
	public String type() {
		return this.takenBack ? "message.restored" : "message.dismissed";
	}

	@Override
	public String key() {
		return "%s/%s".formatted(this.takenBack ? "restored" : "dismissed", this.since);
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
