package io.countersign.protection;

import java.time.Instant;
import java.util.Map;

import io.countersign.journal.Journaled;

/** What was held may be forgotten again. */
record LegalHoldLifted(String id, String actor, Instant at) implements Journaled {

	@Override
	public String stream() {
		return "hold/" + this.id;
	}

	@Override
	public String type() {
		return "hold.lifted";
	}

	@Override
	public String key() {
		return "lifted/" + this.at;
	}

	@Override
	public Map<String, ?> data() {
		return Map.of();
	}

}
