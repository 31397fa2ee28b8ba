package io.countersign.sandbox.tenant;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A message as Graph words it, with the properties that were asked for. */
record Shape(Set<String> select, List<String> expanded, boolean immutable, boolean textBodies) {

	private static final Pattern EXTENDED = Pattern.compile("id eq '([^']*)'");

	static Shape of(String select, String expand, boolean immutable, boolean textBodies) {
		var expanded = EXTENDED.matcher(expand).results().map((match) -> match.group(1)).toList();
		return new Shape(select.isBlank() ? Set.of() : Set.of(select.split("\\s*,\\s*")), expanded, immutable,
				textBodies);
	}

	String id(Item item) {
		return this.immutable ? item.immutableId : item.plainId();
	}

	Map<String, Object> removed(Item item) {
		return Map.of("@odata.type", "#microsoft.graph.message", "id", id(item), "@removed",
				Map.of("reason", "deleted"));
	}

	Map<String, Object> json(Mailbox mailbox, Item item) {
		var facts = item.facts;
		var json = new LinkedHashMap<String, Object>();
		json.put("@odata.etag", "W/\"%s\"".formatted(item.changeKey()));
		json.put("id", id(item));
		put(json, "changeKey", item.changeKey());
		put(json, "createdDateTime", graph(item.received));
		put(json, "lastModifiedDateTime", graph(item.received));
		put(json, "receivedDateTime", graph(item.received));
		put(json, "sentDateTime", sent(item));
		put(json, "hasAttachments", facts.attachments().stream().anyMatch((file) -> !file.inline()));
		put(json, "internetMessageId",
				facts.header("Message-ID").orElse("<%s@sandbox>".formatted(item.immutableId.hashCode())));
		put(json, "subject", facts.subject());
		put(json, "bodyPreview", facts.body().substring(0, Math.min(255, facts.body().length())));
		put(json, "importance", "normal");
		put(json, "parentFolderId", "AQMk" + item.folder);
		put(json, "conversationId", mailbox.conversation(item));
		facts.header("Thread-Index").ifPresent((index) -> put(json, "conversationIndex", index.strip()));
		put(json, "isRead", false);
		put(json, "isDraft", item.draft);
		put(json, "categories", List.of());
		put(json, "flag", Map.of("flagStatus", "notFlagged"));
		put(json, "body", Map.of("contentType", facts.contentType(), "content", facts.body()));
		people(json, item);
		if (this.select.contains("internetMessageHeaders") && item.folder.equals("inbox")) {
			json.put("internetMessageHeaders", facts.headers());
		}
		extended(json, item);
		return json;
	}

	private void people(Map<String, Object> json, Item item) {
		var from = item.fromOverride.isEmpty() ? item.facts.recipients("From") : List.of(Map
			.<String, Object>of("emailAddress", Map.of("name", item.fromOverride, "address", item.fromOverride)));
		if (!from.isEmpty()) {
			var sender = item.facts.recipients("Sender");
			put(json, "from", from.getFirst());
			put(json, "sender", sender.isEmpty() ? from.getFirst() : sender.getFirst());
		}
		put(json, "toRecipients", item.facts.recipients("To"));
		put(json, "ccRecipients", item.facts.recipients("Cc"));
		put(json, "bccRecipients", List.of());
		put(json, "replyTo", item.facts.recipients("Reply-To"));
	}

	/** Message-ID, In-Reply-To and References work everywhere as extended properties. */
	private void extended(Map<String, Object> json, Item item) {
		var found = this.expanded.stream()
			.map((id) -> Map.entry(id, property(item, id)))
			.filter((entry) -> !entry.getValue().isEmpty())
			.map((entry) -> Map.of("id", entry.getKey(), "value", entry.getValue()))
			.toList();
		if (!found.isEmpty()) {
			json.put("singleValueExtendedProperties", found);
		}
	}

	static String property(Item item, String id) {
		return switch (id.toLowerCase(Locale.ROOT)) {
			case "string 0x1035" -> item.facts.header("Message-ID").orElse("");
			case "string 0x1042" -> item.facts.header("In-Reply-To").orElse("");
			case "string 0x1039" -> item.facts.header("References").orElse("");
			default -> item.properties.getOrDefault(id, "");
		};
	}

	private void put(Map<String, Object> json, String name, Object value) {
		if (this.select.isEmpty() || this.select.contains(name)) {
			json.put(name, value);
		}
	}

	private static String sent(Item item) {
		return item.facts.header("Date").map((date) -> {
			try {
				return graph(ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
			}
			catch (DateTimeParseException ex) {
				return graph(item.received);
			}
		}).orElseGet(() -> graph(item.received));
	}

	private static String graph(Instant at) {
		return at.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS).format(DateTimeFormatter.ISO_INSTANT);
	}

}
