package io.countersign.sandbox.tenant;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

/**
 * A wish to hear of changes, for some time.
 *
 * @param paused nothing is brought until it is authorized again
 */
record Subscription(String id, String app, Map<String, Object> wish, Instant expires, boolean paused) {

	private static final Duration LONGEST_FOR_MAIL = Duration.ofDays(7);

	private static final Duration LONGEST_FOR_CHATS = Duration.ofDays(3);

	private static final Duration LONGEST_WITHOUT_LIFECYCLE = Duration.ofHours(1);

	private static final Duration SHORTEST = Duration.ofMinutes(45);

	static Subscription of(JsonNode wanted, String app, Instant expires) {
		var wish = new LinkedHashMap<String, Object>();
		wanted.propertyStream()
			.filter((field) -> !field.getKey().equals("@odata.type"))
			.forEach((field) -> wish.put(field.getKey(), field.getValue()));
		return new Subscription(UUID.randomUUID().toString(), app, wish, expires, false);
	}

	/** When it ends, at least 45 minutes ahead; nothing when that is asked too far. */
	Optional<Instant> expiry(JsonNode wanted, Instant now) {
		try {
			var expires = OffsetDateTime.parse(wanted.path("expirationDateTime").asString("")).toInstant();
			var earliest = now.plus(SHORTEST);
			var latest = now.plus(longest()).plusSeconds(60);
			return Optional.of(expires.isBefore(earliest) ? earliest : expires)
				.filter((end) -> !end.isAfter(latest) && expires.isAfter(now));
		}
		catch (DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	Duration longest() {
		return isAboutChats() ? LONGEST_FOR_CHATS : LONGEST_FOR_MAIL;
	}

	boolean isAboutChats() {
		return resource().toLowerCase(Locale.ROOT).contains("chats");
	}

	/** Teams wants to be able to tell what becomes of a subscription that lasts. */
	boolean lacksLifecycle(Instant now) {
		return isAboutChats() && word("lifecycleNotificationUrl").isEmpty()
				&& this.expires.isAfter(now.plus(LONGEST_WITHOUT_LIFECYCLE));
	}

	/** What became of it is told, but Teams never says that something was missed. */
	boolean hears(String lifecycleEvent) {
		return !(lifecycleEvent.equals("missed") && isAboutChats());
	}

	Subscription until(Instant end) {
		return new Subscription(this.id, this.app, this.wish, end, false);
	}

	Subscription pausing(boolean pause) {
		return new Subscription(this.id, this.app, this.wish, this.expires, pause);
	}

	String word(String name) {
		return (this.wish.get(name) instanceof JsonNode node) ? node.asString("") : "";
	}

	boolean isSameAs(Subscription other) {
		return this.app.equals(other.app) && word("resource").equalsIgnoreCase(other.word("resource"))
				&& word("changeType").equals(other.word("changeType"));
	}

	boolean wants(String changeType) {
		return Set.of(word("changeType").split(",")).contains(changeType);
	}

	/** Whether it is about this mailbox, and this folder of it. */
	boolean concerns(Mailbox mailbox, Item item) {
		var path = Call.of("GET", resource(), Map.of(), new byte[0]).path();
		if (path.size() < 3 || !path.getFirst().equalsIgnoreCase("users")
				|| !List.of(mailbox.owner.address(), mailbox.owner.id())
					.contains(path.get(1).toLowerCase(Locale.ROOT))) {
			return false;
		}
		return path.get(2).equalsIgnoreCase("messages") || (path.get(2).equalsIgnoreCase("mailFolders")
				&& mailbox.folder(path.get(3)).filter((folder) -> folder.id.equals(item.folder)).isPresent());
	}

	/** Whether it is about one of these, however it was spelled. */
	boolean isAbout(List<String> resources) {
		var path = String.join("/", Call.of("GET", resource(), Map.of(), new byte[0]).path());
		return resources.stream().anyMatch(path::equalsIgnoreCase);
	}

	String resource() {
		var resource = word("resource");
		var question = resource.indexOf('?');
		return (question < 0) ? resource : resource.substring(0, question);
	}

	Map<String, Object> json() {
		var json = new LinkedHashMap<>(this.wish);
		json.put("id", this.id);
		json.put("applicationId", this.app);
		json.put("creatorId", this.app);
		json.put("expirationDateTime", this.expires.toString());
		return json;
	}

}
