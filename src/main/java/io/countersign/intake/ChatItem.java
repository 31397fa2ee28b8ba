package io.countersign.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message of a chat as Microsoft Graph lists it.
 *
 * @param json exactly as it came
 */
public record ChatItem(byte[] json, JsonNode read) {

	private static final JsonMapper JSON = new JsonMapper();

	/** What Teams itself writes is no message of anybody. */
	private static final String WRITTEN = "message";

	/**
	 * Nothing where it names neither itself nor its chat, as a row that says of a message
	 * that it is gone.
	 */
	public static Optional<ChatItem> of(byte[] json) {
		try {
			var read = JSON.readTree(json);
			var item = new ChatItem(json, read);
			return (item.chatId().isEmpty() || item.id().isEmpty() || item.time("createdDateTime").isEmpty())
					? Optional.empty() : Optional.of(item);
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	public String chatId() {
		return text("chatId");
	}

	/** Every version has its own. */
	public String itemId() {
		return "%s/%s/%s".formatted(chatId(), id(), text("etag"));
	}

	public Instant createdAt() {
		return time("createdDateTime").orElseThrow();
	}

	/** Why nobody has to read it, in a sentence. */
	public Optional<String> ruledOut() {
		if (!text("messageType").equals(WRITTEN)) {
			return Optional.of("Teams itself says there what happened in the chat; nobody wrote it.");
		}
		return this.read.path("channelIdentity").isObject() ? Optional.of("It stands in a channel and in no chat.")
				: Optional.empty();
	}

	/** Whether something happened to it that is no change of its words. */
	public boolean isMarked() {
		var changed = time("deletedDateTime").or(() -> time("lastEditedDateTime")).orElse(createdAt());
		return modifiedAt().isAfter(changed);
	}

	/** Its versions are told apart by what its author wrote. */
	public MessageId messageId() {
		return new MessageId("msg_" + digest().substring(0, 32));
	}

	String id() {
		return text("id");
	}

	String key() {
		return "chat %s/%s".formatted(chatId(), id());
	}

	Instant modifiedAt() {
		return time("lastModifiedDateTime").orElse(createdAt());
	}

	/** Marks of others are no part of it. */
	String digest() {
		var words = new StringBuilder("chat\n");
		for (var name : new String[] { "chatId", "id", "lastEditedDateTime", "deletedDateTime", "from", "body",
				"attachments", "messageType" }) {
			words.append(name).append('\n').append(this.read.path(name)).append('\n');
		}
		try {
			var digest = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(digest.digest(words.toString().getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Nothing where it is no time that can be read. */
	Optional<Instant> time(String name) {
		var written = text(name);
		try {
			return written.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(written));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private String text(String name) {
		return StoredText.storable(this.read.path(name).asString(""));
	}

	/** Its content stays out of logs and of what an exception says. */
	@Override
	public String toString() {
		return "ChatItem[" + this.read.path("id") + "]";
	}

}
