package io.countersign.sandbox.tenant;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.message.DefaultMessageWriter;
import org.apache.james.mime4j.stream.MimeConfig;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** What the tenant's store derives from a mail's bytes when it takes it in. */
record MimeFacts(List<HeaderField> headers, String text, String html, List<Attachment> attachments) {

	private static final Pattern END_OF_HEADER = Pattern.compile("\r?\n\r?\n");

	/** A file, a mail, or a link to a file elsewhere. */
	enum Kind {

		FILE, ITEM, REFERENCE

	}

	record Attachment(String id, Kind kind, String name, String contentType, long length, boolean inline,
			@Nullable String contentId) {
	}

	/** A header field, unfolded. */
	record HeaderField(String name, String value) {
	}

	static MimeFacts of(byte[] mime) {
		var headers = headers(new String(mime, StandardCharsets.ISO_8859_1));
		try {
			var bodies = new String[] { "", "" };
			var attachments = new ArrayList<Attachment>();
			for (var leaf : leaves(message(mime), new ArrayList<>())) {
				collect(leaf, bodies, attachments);
			}
			return new MimeFacts(headers, bodies[0], bodies[1], List.copyOf(attachments));
		}
		catch (IOException | RuntimeException ex) {
			return new MimeFacts(headers, "", "", List.of());
		}
	}

	/** The bytes of an attachment, from the mail they are part of. */
	static byte[] content(byte[] mime, int number) {
		try {
			var seen = 0;
			for (var leaf : leaves(message(mime), new ArrayList<>())) {
				if (isAttached(leaf) && seen++ == number) {
					return bytes(leaf);
				}
			}
			throw new IllegalArgumentException("There are %d attachments".formatted(seen));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Inline pictures do not count. */
	boolean hasFiles() {
		return this.attachments.stream().anyMatch((file) -> !file.inline());
	}

	boolean isHtml() {
		return !this.html.isEmpty();
	}

	/** The words as a program that asked for text gets them. */
	String words() {
		return isHtml() ? Jsoup.parse(this.html).wholeText().strip() : this.text;
	}

	Optional<String> header(String name) {
		return this.headers.stream()
			.filter((field) -> field.name().equalsIgnoreCase(name))
			.map(HeaderField::value)
			.findFirst();
	}

	String subject() {
		return header("Subject").map(MimeFacts::decoded).orElse("");
	}

	/** The people of a field, as Graph's recipients. */
	List<Map<String, Object>> recipients(String name) {
		return header(name).map(MimeFacts::parsed).orElse(List.of());
	}

	List<String> addresses(String name) {
		return header(name)
			.map((value) -> LenientAddressParser.DEFAULT.parseAddressList(value)
				.flatten()
				.stream()
				.map((mailbox) -> mailbox.getAddress().toLowerCase(Locale.ROOT))
				.toList())
			.orElse(List.of());
	}

	private static List<Map<String, Object>> parsed(String value) {
		return LenientAddressParser.DEFAULT.parseAddressList(value).flatten().stream().map((mailbox) -> {
			var address = new LinkedHashMap<String, Object>();
			address.put("name", (mailbox.getName() != null) ? decoded(mailbox.getName()) : mailbox.getAddress());
			address.put("address", mailbox.getAddress());
			return Map.<String, Object>of("emailAddress", address);
		}).toList();
	}

	private static String decoded(String raw) {
		return DecoderUtil.decodeEncodedWords(raw, DecodeMonitor.SILENT).strip();
	}

	private static Message message(byte[] mime) throws IOException {
		var builder = new DefaultMessageBuilder();
		builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
		return builder.parseMessage(new ByteArrayInputStream(mime));
	}

	private static List<Entity> leaves(Entity entity, List<Entity> found) {
		if (entity.getBody() instanceof Multipart multipart) {
			multipart.getBodyParts().forEach((part) -> leaves(part, found));
		}
		else {
			found.add(entity);
		}
		return found;
	}

	private static boolean isAttached(Entity leaf) {
		var type = String.valueOf(leaf.getMimeType());
		return "attachment".equals(leaf.getDispositionType()) || leaf.getFilename() != null
				|| !(type.equals("text/plain") || type.equals("text/html"));
	}

	private static void collect(Entity leaf, String[] bodies, List<Attachment> attachments) throws IOException {
		if (isAttached(leaf)) {
			attachments.add(attachment(leaf, attachments.size()));
		}
		else if (String.valueOf(leaf.getMimeType()).equals("text/html")) {
			bodies[1] += text(leaf, bytes(leaf));
		}
		else {
			bodies[0] += text(leaf, bytes(leaf));
		}
	}

	private static Attachment attachment(Entity leaf, int number) throws IOException {
		var type = String.valueOf(leaf.getMimeType());
		var kind = (leaf.getBody() instanceof Message) ? Kind.ITEM
				: type.equals("message/external-body") ? Kind.REFERENCE : Kind.FILE;
		var contentId = leaf.getHeader().getField("Content-ID");
		return new Attachment("AAMkAt%d=".formatted(number), kind, name(leaf, number), type, bytes(leaf).length,
				"inline".equals(leaf.getDispositionType()),
				(contentId != null) ? contentId.getBody().strip().replaceAll("^<|>$", "") : null);
	}

	private static String name(Entity leaf, int number) {
		if (leaf.getBody() instanceof Message message) {
			return Optional.ofNullable(message.getSubject()).orElse("mail");
		}
		return Optional.ofNullable(leaf.getFilename()).map(MimeFacts::decoded).orElse("attachment-" + number);
	}

	private static byte[] bytes(Entity leaf) throws IOException {
		return switch (leaf.getBody()) {
			case Message message -> DefaultMessageWriter.asBytes(message);
			case SingleBody single -> single.getInputStream().readAllBytes();
			case null, default -> new byte[0];
		};
	}

	private static String text(Entity entity, byte[] bytes) {
		try {
			var charset = entity.getCharset();
			return new String(bytes, (charset != null) ? charset : "utf-8");
		}
		catch (UnsupportedEncodingException ex) {
			return new String(bytes, StandardCharsets.UTF_8);
		}
	}

	/** Unfolded, in order, duplicates included. */
	private static List<HeaderField> headers(String mail) {
		var headers = new ArrayList<HeaderField>();
		var end = END_OF_HEADER.matcher(mail);
		var block = end.find() ? mail.substring(0, end.start()) : mail;
		for (var line : block.replaceAll("\\r?\\n[ \\t]+", " ").split("\\r?\\n")) {
			var colon = line.indexOf(':');
			if (colon > 0) {
				headers.add(new HeaderField(line.substring(0, colon), line.substring(colon + 1).strip()));
			}
		}
		return List.copyOf(headers);
	}

}
