package io.countersign.sandbox.tenant;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import io.countersign.sandbox.tenant.Draft.Enclosure;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.apache.james.mime4j.codec.EncoderUtil.Usage;
import org.apache.james.mime4j.util.MimeUtil;
import org.jsoup.Jsoup;
import tools.jackson.databind.JsonNode;

/** The mail that Exchange makes of a draft that came as JSON. */
final class DraftMime {

	private final ByteArrayOutputStream mail = new ByteArrayOutputStream();

	private DraftMime() {
	}

	static byte[] of(Draft draft, Employee author, Instant now) {
		var writer = new DraftMime();
		writer.header(draft, author, now);
		writer.content(draft);
		return writer.mail.toByteArray();
	}

	private void header(Draft draft, Employee author, Instant now) {
		var message = draft.message;
		var from = message.has("from") ? recipients(List.of(message.path("from"))) : author(author);
		field("From", from);
		recipients("To", message.path("toRecipients"));
		recipients("Cc", message.path("ccRecipients"));
		recipients("Bcc", message.path("bccRecipients"));
		recipients("Reply-To", message.path("replyTo"));
		field("Subject", encoded(message.path("subject").asString(""), "Subject: ".length()));
		optional("Thread-Index", draft.threading.index());
		field("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
		field("Message-ID", draft.messageId());
		optional("References", draft.references());
		optional("In-Reply-To", draft.inReplyTo());
		optional("Importance", message.path("importance").asString(""));
		for (var header : message.path("internetMessageHeaders")) {
			field(header.path("name").asString(), encoded(header.path("value").asString(""), 20));
		}
		field("MIME-Version", "1.0");
	}

	private void content(Draft draft) {
		var files = draft.enclosures;
		if (files.isEmpty()) {
			words(draft.message.path("body"));
			return;
		}
		var related = files.stream().allMatch(Enclosure::inline);
		multipart(related ? "related" : "mixed", () -> words(draft.message.path("body")),
				files.stream().<Runnable>map((file) -> () -> file(file)).toList());
	}

	private void words(JsonNode body) {
		var content = body.path("content").asString("");
		if (!body.path("contentType").asString("text").equalsIgnoreCase("html")) {
			part("text/plain; charset=\"utf-8\"", content.getBytes(StandardCharsets.UTF_8));
			return;
		}
		var text = Jsoup.parse(content).wholeText().strip();
		multipart("alternative", () -> part("text/plain; charset=\"utf-8\"", text.getBytes(StandardCharsets.UTF_8)),
				List.of(() -> part("text/html; charset=\"utf-8\"", content.getBytes(StandardCharsets.UTF_8))));
	}

	private void multipart(String subtype, Runnable first, List<Runnable> more) {
		var boundary = "_000_" + UUID.randomUUID().toString().replace("-", "") + "_";
		field("Content-Type", "multipart/%s; boundary=\"%s\"".formatted(subtype, boundary));
		line("");
		line("--" + boundary);
		first.run();
		for (var part : more) {
			line("--" + boundary);
			part.run();
		}
		line("--" + boundary + "--");
	}

	private void file(Enclosure file) {
		var name = encoded(file.name(), 20);
		field("Content-Disposition", "%s; filename=\"%s\"".formatted(file.inline() ? "inline" : "attachment", name));
		if (file.contentId() != null) {
			field("Content-ID", "<%s>".formatted(file.contentId()));
		}
		part("%s; name=\"%s\"".formatted(file.contentType(), name), file.bytes());
	}

	private void part(String type, byte[] bytes) {
		field("Content-Type", type);
		field("Content-Transfer-Encoding", "base64");
		line("");
		this.mail.writeBytes(Base64.getMimeEncoder().encode(bytes));
		line("");
	}

	private void recipients(String name, JsonNode list) {
		optional(name, recipients(list.valueStream().toList()));
	}

	private static String recipients(List<JsonNode> list) {
		return list.stream()
			.map((one) -> one.path("emailAddress"))
			.map((one) -> mailbox(one.path("name").asString(""), one.path("address").asString("")))
			.collect(Collectors.joining(", "));
	}

	private static String author(Employee author) {
		return mailbox(author.displayName(), author.address());
	}

	private static String mailbox(String name, String address) {
		return name.isBlank() || name.equals(address) ? address
				: "%s <%s>".formatted(EncoderUtil.encodeAddressDisplayName(name), address);
	}

	private static String encoded(String text, int used) {
		return EncoderUtil.encodeIfNecessary(text.replaceAll("[\\r\\n]+", " "), Usage.TEXT_TOKEN, used);
	}

	private void optional(String name, String value) {
		if (!value.isBlank()) {
			field(name, value);
		}
	}

	private void field(String name, String value) {
		line(MimeUtil.fold(name + ": " + value, 0));
	}

	private void line(String text) {
		this.mail.writeBytes((text + "\r\n").getBytes(StandardCharsets.UTF_8));
	}

}
