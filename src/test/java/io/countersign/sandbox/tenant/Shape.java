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
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.sandbox.tenant.Folder.Change;

/** A message as Graph words it, with the properties that were asked for. */
record Shape(Set<String> select, List<String> expanded, boolean attachments, boolean immutable, Wording wording) {

	private static final Pattern EXTENDED = Pattern.compile("id eq '([^']*)'");

	static Shape of(String select, String expand, Call call) {
		var expanded = EXTENDED.matcher(expand).results().map((match) -> match.group(1)).toList();
		var selected = Stream.of(select.split(","))
			.map((name) -> name.strip().toLowerCase(Locale.ROOT))
			.filter((name) -> !name.isEmpty())
			.collect(Collectors.toUnmodifiableSet());
		return new Shape(selected, expanded, expand.contains("attachments"), call.immutableIds(), Wording.of(call));
	}

	static Shape of(Call call) {
		return of(call.parameter("$select"), call.parameter("$expand"), call);
	}

	String id(Item item) {
		return this.immutable ? item.immutableId : item.plainId();
	}

	/** In a delta every row says what it is. */
	Map<String, Object> row(Mailbox mailbox, Item item) {
		var json = new LinkedHashMap<String, Object>();
		json.put("@odata.type", "#microsoft.graph.message");
		json.putAll(json(mailbox, item));
		return json;
	}

	Map<String, Object> removed(Change change) {
		return Map.of("@odata.type", "#microsoft.graph.message", "id",
				this.immutable ? change.item().immutableId : change.plainId(), "@removed", Map.of("reason", "deleted"));
	}

	/** In a later round only what can have changed comes again. */
	Map<String, Object> changed(Item item) {
		var json = new LinkedHashMap<String, Object>();
		json.put("@odata.type", "#microsoft.graph.message");
		json.put("@odata.etag", etag(item));
		json.put("id", id(item));
		state(json, item);
		return json;
	}

	Map<String, Object> json(Mailbox mailbox, Item item) {
		var facts = item.facts;
		var json = new LinkedHashMap<String, Object>();
		json.put("@odata.etag", etag(item));
		json.put("id", id(item));
		state(json, item);
		put(json, "createdDateTime", () -> graph(item.created));
		put(json, "receivedDateTime", () -> graph(item.received));
		put(json, "sentDateTime", () -> sent(item));
		put(json, "hasAttachments", facts::hasFiles);
		put(json, "internetMessageId", () -> messageId(item));
		put(json, "subject", facts::subject);
		put(json, "bodyPreview", () -> Wording.preview(facts));
		put(json, "importance", () -> facts.header("Importance").orElse("normal").toLowerCase(Locale.ROOT));
		put(json, "inferenceClassification", () -> "focused");
		put(json, "parentFolderId", () -> item.folder);
		put(json, "conversationId", () -> mailbox.conversation(item));
		put(json, "conversationIndex", () -> facts.header("Thread-Index").orElse("AQHb"));
		put(json, "webLink",
				() -> "https://outlook.office365.com/owa/?ItemID=%s&exvsurl=1".formatted(Call.encoded(id(item))));
		put(json, "body", () -> this.wording.body(facts));
		if (this.select.contains("uniquebody")) {
			json.put("uniqueBody", this.wording.ownWords(facts));
		}
		people(json, item);
		if (this.select.contains("internetmessageheaders") && !item.own) {
			json.put("internetMessageHeaders", facts.headers());
		}
		extended(json, item);
		if (this.attachments) {
			json.put("attachments", AttachmentDoor.all(item));
		}
		return json;
	}

	private void state(Map<String, Object> json, Item item) {
		put(json, "changeKey", item::changeKey);
		put(json, "lastModifiedDateTime", () -> graph(item.modified));
		put(json, "isRead", () -> item.read);
		put(json, "isDraft", () -> item.draft);
		put(json, "categories", () -> item.categories);
		put(json, "flag", () -> item.flag);
	}

	private void people(Map<String, Object> json, Item item) {
		var from = item.fromOverride.isEmpty() ? item.facts.recipients("From") : List.of(Map
			.<String, Object>of("emailAddress", Map.of("name", item.fromOverride, "address", item.fromOverride)));
		if (!from.isEmpty()) {
			var sender = item.fromOverride.isEmpty() ? item.facts.recipients("Sender") : from;
			put(json, "from", from::getFirst);
			put(json, "sender", () -> sender.isEmpty() ? from.getFirst() : sender.getFirst());
		}
		put(json, "toRecipients", () -> item.facts.recipients("To"));
		put(json, "ccRecipients", () -> item.facts.recipients("Cc"));
		put(json, "bccRecipients", () -> item.facts.recipients("Bcc"));
		put(json, "replyTo", () -> item.facts.recipients("Reply-To"));
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
			case "string 0x1035" -> messageId(item);
			case "string 0x1042" -> item.facts.header("In-Reply-To").orElse("");
			case "string 0x1039" -> item.facts.header("References").orElse("");
			case "integer 0x0e07" -> Integer.toString(item.messageFlags());
			default -> item.properties.getOrDefault(id, "");
		};
	}

	static String messageId(Item item) {
		return item.facts.header("Message-ID")
			.orElseGet(() -> "<%s@prod.outlook.example>".formatted(Integer.toHexString(item.immutableId.hashCode())));
	}

	static String etag(Item item) {
		return "W/\"%s\"".formatted(item.changeKey());
	}

	private void put(Map<String, Object> json, String name, Supplier<Object> value) {
		if (this.select.isEmpty() || this.select.contains(name.toLowerCase(Locale.ROOT))) {
			json.put(name, value.get());
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
