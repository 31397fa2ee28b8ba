package io.countersign.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import tools.jackson.databind.json.JsonMapper;

/**
 * A mail as the floor knows it: parsed by the product's MIME library, hashed.
 *
 * @param parsed what was read in it, as JSON
 */
record FloorMail(String item, String mailbox, String conversation, Instant received, byte[] raw, String sha256,
		String internetId, String subject, String sender, String senderName, String body, String parsed,
		List<Part> parts) {

	private static final JsonMapper JSON = new JsonMapper();

	record Part(String name, String sha256, byte[] bytes) {

		byte[] hash() {
			return HexFormat.of().parseHex(this.sha256);
		}

	}

	static FloorMail of(String item, String mailbox, String conversation, Instant received, byte[] raw) {
		try {
			var message = new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(raw));
			var text = new StringBuilder();
			var parts = new ArrayList<Part>();
			collect(message, text, parts);
			var from = message.getFrom().getFirst();
			var subject = Objects.requireNonNullElse(message.getSubject(), "");
			return new FloorMail(item, mailbox, conversation, received, raw, hex(raw), message.getMessageId(), subject,
					from.getAddress(), Objects.requireNonNullElse(from.getName(), ""), text.toString(),
					json(message, from, text.toString(), parts), List.copyOf(parts));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String id() {
		return "msg_" + this.sha256.substring(0, 32);
	}

	String caseId() {
		return "cs_" + this.sha256.substring(0, 24);
	}

	String askId() {
		return "ask_" + this.sha256.substring(0, 24);
	}

	String number() {
		return "2026-" + this.sha256.substring(0, 12);
	}

	/** The hashes of its files, with commas between them. */
	String documents() {
		return this.parts.stream().map(Part::sha256).collect(Collectors.joining(","));
	}

	byte[] hash() {
		return HexFormat.of().parseHex(this.sha256);
	}

	private static String json(Message message, Mailbox from, String text, List<Part> parts) {
		var header = message.getHeader()
			.getFields()
			.stream()
			.map((field) -> Map.of("name", field.getName(), "value", field.getBody()))
			.toList();
		return JSON.writeValueAsString(Map.of("from", from.getAddress(), "to",
				message.getTo().flatten().stream().map(Mailbox::getAddress).toList(), "subject",
				Objects.requireNonNullElse(message.getSubject(), ""), "content", Map.of("text", text), "evidence",
				Map.of("header", header), "parts", parts.stream().map(Part::sha256).toList(), "threading",
				Map.of("messageId", message.getMessageId())));
	}

	private static void collect(Entity entity, StringBuilder text, List<Part> parts) throws IOException {
		switch (entity.getBody()) {
			case Multipart multipart -> {
				for (var part : multipart.getBodyParts()) {
					collect(part, text, parts);
				}
			}
			case TextBody body -> text.append(new String(body.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
			case SingleBody body -> {
				var bytes = body.getInputStream().readAllBytes();
				parts.add(new Part(Objects.requireNonNullElse(entity.getFilename(), ""), hex(bytes), bytes));
			}
			default -> throw new IOException("A body the floor does not know");
		}
	}

	static byte[] sha256(String text) {
		return digest(text.getBytes(StandardCharsets.UTF_8));
	}

	static String hex(String text) {
		return HexFormat.of().formatHex(sha256(text));
	}

	private static String hex(byte[] bytes) {
		return HexFormat.of().formatHex(digest(bytes));
	}

	private static byte[] digest(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
