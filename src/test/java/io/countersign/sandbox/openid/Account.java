package io.countersign.sandbox.openid;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Somebody who can sign in at the tenant. */
public record Account(String address, String displayName, String jobTitle) {

	/** The same for one person in every token, and not derived from what may change. */
	String objectId() {
		return UUID.nameUUIDFromBytes(this.address.getBytes(StandardCharsets.UTF_8)).toString();
	}

}
