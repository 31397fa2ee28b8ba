package io.countersign.sandbox.tenant;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Somebody of the tenant's directory. */
record Employee(String id, String address, String displayName, String jobTitle, String department) {

	static Employee of(String address, String displayName, String jobTitle, String department) {
		var mail = address.toLowerCase(Locale.ROOT);
		return new Employee(UUID.nameUUIDFromBytes(mail.getBytes(StandardCharsets.UTF_8)).toString(), mail, displayName,
				jobTitle, department);
	}

	Map<String, Object> json() {
		return Map.of("id", this.id, "userPrincipalName", this.address, "mail", this.address, "displayName",
				this.displayName, "jobTitle", this.jobTitle, "department", this.department, "accountEnabled", true);
	}

}
