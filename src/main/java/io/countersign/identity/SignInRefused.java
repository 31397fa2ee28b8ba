package io.countersign.identity;

import java.util.Map;
import java.util.UUID;

import io.countersign.journal.Journaled;

/** An account has claimed to be somebody whose account is another. */
record SignInRefused(Account account, String directoryId) implements Journaled {

	@Override
	public String stream() {
		return "account/" + this.directoryId;
	}

	@Override
	public String type() {
		return "security.sign_in_refused";
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
