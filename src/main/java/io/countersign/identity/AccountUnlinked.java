package io.countersign.identity;

import java.util.Map;
import java.util.UUID;

import io.countersign.journal.Journaled;

/** An admin has said that somebody signs in with another account from now on. */
record AccountUnlinked(String directoryId, String actor) implements Journaled {

	@Override
	public String stream() {
		return "account/" + this.directoryId;
	}

	@Override
	public String type() {
		return "account.unlinked";
	}

	@Override
	public String key() {
		return UUID.randomUUID().toString();
	}

	@Override
	public Map<String, ?> data() {
		return Map.of("directory_id", this.directoryId);
	}

}
