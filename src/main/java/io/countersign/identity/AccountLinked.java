package io.countersign.identity;

import java.util.Map;
import java.util.UUID;

import io.countersign.journal.Journaled;

/** Somebody has signed in for the first time. */
record AccountLinked(Account account, String directoryId) implements Journaled {

	@Override
	public String stream() {
		return "account/" + this.directoryId;
	}

	@Override
	public String type() {
		return "account.linked";
	}

	@Override
	public String key() {
		return UUID.randomUUID().toString();
	}

	@Override
	public String actor() {
		return "system";
	}

	@Override
	public Map<String, ?> data() {
		return Map.of("issuer", this.account.issuer(), "subject", this.account.subject(), "directory_id",
				this.directoryId);
	}

}
