package io.countersign.sandbox.tenant;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands in a chat. Every change of it, a reaction too, is another version with
 * another time and etag.
 *
 * @param json with the names of Graph
 */
record ChatMessage(String id, Instant created, Instant modified, Map<String, Object> json) {

	/** Members of enumerations that came after {@code unknownFutureValue} did. */
	private static final Set<String> LATE = Set.of("systemEventMessage", "emailUser", "azureCommunicationServicesUser");

	/** Teams writes no more digits of a second than it needs. */
	private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendPattern("uuuu-MM-dd'T'HH:mm:ss")
		.appendFraction(ChronoField.NANO_OF_SECOND, 0, 7, true)
		.appendLiteral('Z')
		.toFormatter()
		.withZone(ZoneOffset.UTC);

	static ChatMessage written(String id, Chat chat, Instant at, Map<String, Object> from, ChatWords words) {
		var json = blank(id, chat, at, "message");
		json.put("from", from);
		json.putAll(words.json());
		return new ChatMessage(id, at, at, json);
	}

	/** Teams itself says what happened in the chat. */
	static ChatMessage event(String id, Chat chat, Instant at, Map<String, Object> detail) {
		var json = blank(id, chat, at, "systemEventMessage");
		json.put("body", Map.of("contentType", "html", "content", "<systemEventMessage/>"));
		json.put("eventDetail", detail);
		return new ChatMessage(id, at, at, json);
	}

	static String time(Instant at) {
		return TIME.format(at);
	}

	ChatMessage edited(ChatWords words, Instant now) {
		var at = later(now);
		var changes = new LinkedHashMap<>(words.json());
		changes.put("lastEditedDateTime", time(at));
		return changed(at, changes);
	}

	/** It stays where it was, without a word. */
	ChatMessage deleted(Instant now) {
		var at = later(now);
		return changed(at, Map.of("deletedDateTime", time(at), "body", Map.of("contentType", "html", "content", ""),
				"attachments", List.of(), "mentions", List.of()));
	}

	ChatMessage reactedTo(String type, Map<String, Object> by, Instant now) {
		var at = later(now);
		var reactions = new ArrayList<Object>((List<?>) this.json.getOrDefault("reactions", List.of()));
		reactions.add(Map.of("reactionType", type, "createdDateTime", time(at), "user", by));
		return changed(at, Map.of("reactions", reactions));
	}

	boolean isDeleted() {
		return this.json.get("deletedDateTime") != null;
	}

	/** For a caller who has not said that he knows the members that came late. */
	JsonNode seenBy(Call call) {
		ObjectNode seen = Answer.JSON.valueToTree(this.json);
		if (!call.prefers("include-unknown-enum-members")) {
			for (var name : List.of("messageType", "userIdentityType")) {
				seen.findParents(name)
					.stream()
					.filter((parent) -> LATE.contains(parent.path(name).asString("")))
					.forEach((parent) -> ((ObjectNode) parent).put(name, "unknownFutureValue"));
			}
		}
		return seen;
	}

	private ChatMessage changed(Instant at, Map<String, Object> changes) {
		var changed = new LinkedHashMap<>(this.json);
		changed.putAll(changes);
		changed.put("lastModifiedDateTime", time(at));
		changed.put("etag", Long.toString(at.toEpochMilli()));
		return new ChatMessage(this.id, this.created, at, Collections.unmodifiableMap(changed));
	}

	private Instant later(Instant now) {
		var at = now.truncatedTo(ChronoUnit.MILLIS);
		return at.isAfter(this.modified) ? at : this.modified.plusMillis(1);
	}

	/** In a chat nothing replies by {@code replyToId}; that is for channels. */
	private static Map<String, Object> blank(String id, Chat chat, Instant at, String type) {
		var json = new LinkedHashMap<String, Object>();
		json.put("@odata.type", "#microsoft.graph.chatMessage");
		json.put("id", id);
		json.put("replyToId", null);
		json.put("etag", Long.toString(at.toEpochMilli()));
		json.put("messageType", type);
		json.put("createdDateTime", time(at));
		json.put("lastModifiedDateTime", time(at));
		for (var name : List.of("lastEditedDateTime", "deletedDateTime", "subject", "summary")) {
			json.put(name, null);
		}
		json.put("chatId", chat.id);
		json.put("importance", "normal");
		json.put("locale", "en-us");
		for (var name : List.of("webUrl", "channelIdentity", "policyViolation", "eventDetail", "from", "body")) {
			json.put(name, null);
		}
		for (var name : List.of("attachments", "mentions", "reactions", "messageHistory")) {
			json.put(name, List.of());
		}
		return json;
	}

}
