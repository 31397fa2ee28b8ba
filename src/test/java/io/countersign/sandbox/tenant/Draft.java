package io.countersign.sandbox.tenant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A mail that is being written as JSON. */
final class Draft {

	static final String MESSAGE_ID = "String 0x1035";

	static final String IN_REPLY_TO = "String 0x1042";

	static final String REFERENCES = "String 0x1039";

	final ObjectNode message;

	final Threading threading;

	final List<Enclosure> enclosures = new ArrayList<>();

	private final String messageId = "<%s@%s>".formatted(UUID.randomUUID(), PostOffice.DOMAIN);

	Draft(ObjectNode message, Threading threading) {
		this.message = message;
		this.threading = threading;
	}

	/** The thread a mail continues; nothing for one that begins it. */
	record Threading(String inReplyTo, String references, String index) {

		static final Threading NONE = new Threading("", "", "");

	}

	/** A file that goes with the mail. */
	record Enclosure(String name, String contentType, byte[] bytes, boolean inline, @Nullable String contentId) {

		static Enclosure of(JsonNode json) {
			return new Enclosure(json.path("name").asString("attachment"),
					json.path("contentType").asString("application/octet-stream"),
					Base64.getDecoder().decode(json.path("contentBytes").asString("")),
					json.path("isInline").asBoolean(false),
					json.path("contentId").isString() ? json.path("contentId").asString() : null);
		}

	}

	static Draft fresh(JsonNode message) {
		var draft = new Draft(Answer.JSON.createObjectNode(), Threading.NONE);
		draft.merge(message);
		return draft;
	}

	/** A draft that came as MIME, to be changed as JSON. */
	static Draft of(MimeFacts facts) {
		var json = Answer.JSON.createObjectNode();
		json.put("subject", facts.subject());
		json.put("internetMessageId", facts.header("Message-ID").orElse(""));
		json.set("toRecipients", Answer.JSON.valueToTree(facts.recipients("To")));
		json.set("ccRecipients", Answer.JSON.valueToTree(facts.recipients("Cc")));
		json.set("bccRecipients", Answer.JSON.valueToTree(facts.recipients("Bcc")));
		json.set("replyTo", Answer.JSON.valueToTree(facts.recipients("Reply-To")));
		json.putObject("body")
			.put("contentType", facts.isHtml() ? "html" : "text")
			.put("content", facts.isHtml() ? facts.html() : facts.text());
		return new Draft(json, new Threading(facts.header("In-Reply-To").orElse(""),
				facts.header("References").orElse(""), facts.header("Thread-Index").orElse("")));
	}

	/** What is named is replaced, as PATCH does it. */
	void merge(JsonNode changes) {
		changes.propertyStream()
			.filter((field) -> !field.getKey().equals("attachments"))
			.forEach((field) -> this.message.set(field.getKey(), field.getValue()));
		changes.path("attachments").forEach((one) -> this.enclosures.add(Enclosure.of(one)));
	}

	String messageId() {
		var chosen = property(MESSAGE_ID);
		return chosen.isEmpty() ? this.message.path("internetMessageId").asString(this.messageId) : chosen;
	}

	String inReplyTo() {
		var chosen = property(IN_REPLY_TO);
		return chosen.isEmpty() ? this.threading.inReplyTo() : chosen;
	}

	String references() {
		var chosen = property(REFERENCES);
		return chosen.isEmpty() ? this.threading.references() : chosen;
	}

	byte[] mime(Employee author, Instant now) {
		return DraftMime.of(this, author, now);
	}

	private String property(String id) {
		return this.message.path("singleValueExtendedProperties")
			.valueStream()
			.filter((one) -> one.path("id").asString().equalsIgnoreCase(id))
			.map((one) -> one.path("value").asString())
			.findFirst()
			.orElse("");
	}

}
