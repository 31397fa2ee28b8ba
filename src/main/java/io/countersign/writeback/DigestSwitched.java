package io.countersign.writeback;

import java.util.Map;
import java.util.UUID;

import io.countersign.identity.Person;
import io.countersign.journal.Journaled;

/** Somebody has said whether he wants a digest. */
record DigestSwitched(Person person, boolean on) implements Journaled {

	@Override
	public String stream() {
		return "person/" + this.person.id();
	}

	@Override
	public String type() {
		return "digest.switched";
	}

	@Override
	public String key() {
		return UUID.randomUUID().toString();
	}

	@Override
	public String actor() {
		return this.person.id().value();
	}

	@Override
	public Map<String, ?> data() {
		return Map.of("on", this.on);
	}

}
