package io.countersign.sandbox.tenant;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.SingleBody;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

/** What the tenant's store derives from a mail's bytes when it takes it in. */
record MimeFacts(List<Map<String, String>> headers, String contentType, String body, List<Attachment> attachments) {

	record Attachment(String id, String kind, String name, String contentType, byte[] bytes, boolean inline) {
	}

	static MimeFacts of(byte[] mime) {
		var headers = headers(new String(mime, StandardCharsets.ISO_8859_1));
		try {
			var builder = new DefaultMessageBuilder();
			builder.setMimeEntityConfig(MimeConfig.PERMISSIVE);
			Message message = builder.parseMessage(new ByteArrayInputStream(mime));
			var bodies = new String[] { "", "" };
			var attachments = new ArrayList<Attachment>();
			collect(message, bodies, attachments);
			return bodies[1].isEmpty() ? new MimeFacts(headers, "text", bodies[0], attachments)
					: new MimeFacts(headers, "html", bodies[1], attachments);
		}
		catch (IOException | RuntimeException ex) {
			return new MimeFacts(headers, "text", "", List.of());
		}
	}

	Optional<String> header(String name) {
		return this.headers.stream()
			.filter((field) -> String.valueOf(field.get("name")).equalsIgnoreCase(name))
			.map((field) -> String.valueOf(field.get("value")))
			.findFirst();
	}

	String subject() {
		return header("Subject").map(MimeFacts::words).orElse("");
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
			address.put("name", (mailbox.getName() != null) ? words(mailbox.getName()) : mailbox.getAddress());
			address.put("address", mailbox.getAddress());
			return Map.<String, Object>of("emailAddress", address);
		}).toList();
	}

	private static String words(String raw) {
		return DecoderUtil.decodeEncodedWords(raw, DecodeMonitor.SILENT).strip();
	}

	private static void collect(Entity entity, String[] bodies, List<Attachment> attachments) throws IOException {
		if (entity.getBody() instanceof Multipart multipart) {
			for (var part : multipart.getBodyParts()) {
				collect(part, bodies, attachments);
			}
			return;
		}
		var type = String.valueOf(entity.getMimeType());
		var attached = "attachment".equals(entity.getDispositionType()) || entity.getFilename() != null;
		if (entity.getBody() instanceof SingleBody single) {
			var bytes = single.getInputStream().readAllBytes();
			if (!attached && type.equals("text/plain")) {
				bodies[0] += text(entity, bytes);
			}
			else if (!attached && type.equals("text/html")) {
				bodies[1] += text(entity, bytes);
			}
			else {
				attachments.add(attachment(entity, type, bytes, attachments.size()));
			}
		}
		else if (entity.getBody() instanceof Message) {
			attachments
				.add(new Attachment("att" + attachments.size(), "item", "mail", "message/rfc822", new byte[0], false));
		}
	}

	private static Attachment attachment(Entity entity, String type, byte[] bytes, int number) {
		var name = (entity.getFilename() != null) ? entity.getFilename() : "attachment-" + number;
		return new Attachment("att" + number, "file", name, type, bytes, "inline".equals(entity.getDispositionType()));
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
	private static List<Map<String, String>> headers(String mail) {
		var headers = new ArrayList<Map<String, String>>();
		var end = mail.indexOf("\r\n\r\n");
		var block = (end < 0) ? mail : mail.substring(0, end);
		for (var line : block.replaceAll("\\r?\\n[ \\t]+", " ").split("\\r?\\n")) {
			var colon = line.indexOf(':');
			if (colon > 0) {
				headers.add(Map.of("name", line.substring(0, colon), "value", line.substring(colon + 1).strip()));
			}
		}
		return headers;
	}

}
