package io.countersign.cases;

import java.util.Map;

import io.countersign.journal.Journaled;

/** Somebody gets a list of what waits for him; each number stands for one request. */
record DigestWritten(Digest digest) implements Journaled {

	@Override
	public String stream() {
		return "digest/" + this.digest.id();
	}

	@Override
	public String type() {
		return "digest.written";
	}

	@Override
	public String key() {
		return "written";
	}

	@Override
	public String actor() {
		return "system";
	}

	@Override
	public Map<String, ?> data() {
		return Map.of("person", this.digest.person().value(), "day", this.digest.day().toString(), "asks",
				this.digest.entries().stream().map((entry) -> entry.ask().value()).toList());
	}

}
