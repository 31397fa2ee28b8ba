package io.countersign.sandbox.tenant;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

/**
 * Somebody of the tenant's directory.
 *
 * @param manager an address, or nothing
 * @param mailbox without one Graph finds the person but no mail
 * @param enabled whether anybody can sign in with the account
 */
record Employee(String id, String address, String displayName, String jobTitle, String department, String manager,
		boolean mailbox, String userType, boolean enabled) {

	private static final String MEMBER = "Member";

	static Employee of(String address, String displayName, String jobTitle, String department) {
		var mail = address.toLowerCase(Locale.ROOT);
		return new Employee(id(mail), mail, displayName, jobTitle, department, "", true, MEMBER, true);
	}

	static Employee of(String address, JsonNode json) {
		var mail = address.toLowerCase(Locale.ROOT);
		return new Employee(json.path("id").asString(id(mail)), mail, json.path("displayName").asString(address),
				json.path("jobTitle").asString(""), json.path("department").asString(""),
				json.path("manager").asString("").toLowerCase(Locale.ROOT), json.path("mailbox").asBoolean(true),
				json.path("userType").asString(MEMBER), json.path("accountEnabled").asBoolean(true));
	}

	Map<String, Object> json() {
		var json = new LinkedHashMap<String, Object>();
		json.put("id", this.id);
		json.put("userPrincipalName", this.address);
		json.put("mail", this.address);
		json.put("displayName", this.displayName);
		json.put("jobTitle", this.jobTitle);
		json.put("department", this.department);
		json.put("accountEnabled", this.enabled);
		json.put("userType", this.userType);
		return json;
	}

	/** The way a mail names this person. */
	Map<String, Object> recipient() {
		return Map.of("emailAddress", Map.of("name", this.displayName, "address", this.address));
	}

	private static String id(String mail) {
		return UUID.nameUUIDFromBytes(mail.getBytes(StandardCharsets.UTF_8)).toString();
	}

}
