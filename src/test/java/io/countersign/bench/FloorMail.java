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

import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;

/** A mail as the floor knows it: parsed by the product's MIME library, hashed. */
record FloorMail(String item, String mailbox, Instant received, byte[] raw, String sha256, String subject,
		String sender, String body, List<Part> parts) {

	record Part(String sha256, byte[] bytes) {
	}

	static FloorMail of(String item, String mailbox, Instant received, byte[] raw) {
		try {
			Message message = new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(raw));
			var text = new StringBuilder();
			var parts = new ArrayList<Part>();
			collect(message, text, parts);
			var from = message.getFrom();
			return new FloorMail(item, mailbox, received, raw, hex(raw),
					(message.getSubject() != null) ? message.getSubject() : "",
					(from != null && !from.isEmpty()) ? from.getFirst().getAddress() : "", text.toString(),
					List.copyOf(parts));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static byte[] chained(byte[] previous, String data) {
		var digest = digest();
		digest.update(previous);
		return digest.digest(data.getBytes(StandardCharsets.UTF_8));
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
				parts.add(new Part(hex(bytes), bytes));
			}
			default -> throw new IOException("A body the floor does not know");
		}
	}

	private static String hex(byte[] bytes) {
		return HexFormat.of().formatHex(digest().digest(bytes));
	}

	private static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
