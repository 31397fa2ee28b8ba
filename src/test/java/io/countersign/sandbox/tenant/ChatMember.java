package io.countersign.sandbox.tenant;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Somebody in a chat. Who is neither employed here nor described is a guest of the
 * tenant.
 *
 * @param address an address in lower case, or nothing
 * @param kind the {@code userIdentityType} of Teams
 * @param described as a test says, whoever else has the same id or address
 */
record ChatMember(String id, String address, @Nullable String displayName, String tenant, String kind,
		List<String> roles, boolean described) {

	private static final Set<String> KINDS = Set.of("aadUser", "onPremiseAadUser", "anonymousGuest", "federatedUser",
			"personalMicrosoftAccountUser", "skypeUser", "phoneUser", "emailUser", "azureCommunicationServicesUser");

	static ChatMember of(String address) {
		var mail = address.toLowerCase(Locale.ROOT);
		return new ChatMember(UUID.nameUUIDFromBytes(mail.getBytes(StandardCharsets.UTF_8)).toString(), mail, address,
				Exchange.TENANT, "aadUser", List.of("guest"), false);
	}

	/**
	 * From an address, or from an object with the names Teams has.
	 * @param field what it is called in the control call
	 */
	static ChatMember of(String field, JsonNode json) {
		if (json.isString() && !json.asString().isBlank()) {
			return of(json.asString());
		}
		if (!json.isObject()) {
			throw ControlBody.wrong(field, "is an address, or an object with an id.");
		}
		var body = new ControlBody(json);
		if (body.maybe("id").filter((id) -> !id.isBlank()).isEmpty()) {
			throw ControlBody.wrong(field + ".id", "is needed.");
		}
		var kind = body.maybe("userIdentityType").orElse("aadUser");
		if (!KINDS.contains(kind)) {
			throw ControlBody.wrong(field + ".userIdentityType", "is one of " + KINDS);
		}
		var tenant = body.maybe("tenantId").orElse(Exchange.TENANT);
		var usual = tenant.equals(Exchange.TENANT) ? "guest" : "owner";
		return new ChatMember(body.text("id"), body.maybe("email").orElse("").toLowerCase(Locale.ROOT),
				body.maybe("displayName").orElse(null), tenant, kind, body.list("roles").isEmpty() ? List.of(usual)
						: body.list("roles").stream().map((role) -> role.asString("")).toList(),
				true);
	}

	boolean is(String addressOrId) {
		return this.id.equals(addressOrId)
				|| (!this.address.isEmpty() && this.address.equals(addressOrId.toLowerCase(Locale.ROOT)));
	}

	/** Nobody of another tenant is one of us, whatever the id. */
	boolean is(Employee person) {
		return this.tenant.equals(Exchange.TENANT) && (is(person.address()) || is(person.id()));
	}

	/** As the sender of a message, or as one who reacts to it. */
	Map<String, Object> identity(PostOffice office) {
		var here = employed(office);
		var user = new LinkedHashMap<String, Object>();
		user.put("@odata.type", "#microsoft.graph.teamworkUserIdentity");
		user.put("id", here.id);
		user.put("displayName", here.displayName);
		user.put("userIdentityType", here.kind);
		user.put("tenantId", here.kind.equals("anonymousGuest") ? null : here.tenant);
		return set("user", user);
	}

	/** A program, in place of a person. */
	static Map<String, Object> program(String id, @Nullable String displayName, String kind) {
		var application = new LinkedHashMap<String, Object>();
		application.put("@odata.type", "#microsoft.graph.teamworkApplicationIdentity");
		application.put("id", id);
		application.put("displayName", displayName);
		application.put("applicationIdentityType", kind);
		return set("application", application);
	}

	/** Everybody of the house is an owner, and so is who comes from another tenant. */
	Map<String, Object> json(PostOffice office, String chat) {
		var here = employed(office);
		var json = new LinkedHashMap<String, Object>();
		json.put("@odata.type", "#microsoft.graph.%sConversationMember".formatted(switch (here.kind) {
			case "anonymousGuest", "azureCommunicationServicesUser" -> here.kind;
			default -> "aadUser";
		}));
		json.put("id", Base64.getEncoder()
			.encodeToString("%s##%s##%s".formatted(here.tenant, chat, here.id).getBytes(StandardCharsets.UTF_8)));
		json.put("roles", here.roles);
		json.put("displayName", here.displayName);
		json.put("visibleHistoryStartDateTime", "0001-01-01T00:00:00Z");
		switch (here.kind) {
			case "anonymousGuest" -> json.put("anonymousGuestId", here.id);
			case "azureCommunicationServicesUser" -> json.put("azureCommunicationServicesId", here.id);
			default -> {
				json.put("userId", here.id);
				json.put("email", here.address.isEmpty() ? null : here.address);
				json.put("tenantId", here.tenant);
			}
		}
		return json;
	}

	private ChatMember employed(PostOffice office) {
		return this.described ? this
				: office.find(this.address)
					.map((box) -> box.owner)
					.map((person) -> new ChatMember(person.id(), person.address(), person.displayName(),
							Exchange.TENANT, "aadUser", List.of("owner"), false))
					.orElse(this);
	}

	private static Map<String, Object> set(String kind, Map<String, Object> one) {
		var set = new LinkedHashMap<String, Object>();
		set.put("application", null);
		set.put("device", null);
		set.put("user", null);
		set.put(kind, one);
		return set;
	}

}
