package io.countersign.sandbox.tenant;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/** The mail that Exchange makes of a draft that came as JSON. */
final class DraftMime {

	private DraftMime() {
	}

	static byte[] of(Employee author, JsonNode message, Instant now) {
		return mime(author, recipients(message.path("toRecipients")), recipients(message.path("ccRecipients")),
				message.path("subject").asString(""), message.path("body").path("content").asString(""), "", now);
	}

	static byte[] reply(Employee author, Item original, JsonNode body, boolean all, Instant now) {
		var comment = body.has("Comment") ? body.path("Comment") : body.path("comment");
		var facts = original.facts;
		var id = facts.header("Message-ID").orElse("");
		var threading = "In-Reply-To: %s\r\nReferences: %s\r\n".formatted(id,
				(facts.header("References").orElse("") + " " + id).strip());
		var to = String.join(", ", facts.addresses("From"));
		var cc = all ? String.join(", ",
				facts.addresses("To").stream().filter((one) -> !one.equals(author.address())).toList()) : "";
		var subject = facts.subject().startsWith("RE: ") ? facts.subject() : "RE: " + facts.subject();
		return mime(author, to, cc, subject, comment.asString("") + "<hr>" + facts.body(), threading, now);
	}

	static byte[] changed(Item item, JsonNode changes) {
		var author = Employee.of(item.facts.addresses("From").getFirst(), "", "", "");
		var to = changes.has("toRecipients") ? recipients(changes.path("toRecipients"))
				: String.join(", ", item.facts.addresses("To"));
		var threading = item.facts.header("In-Reply-To")
			.map((id) -> "In-Reply-To: %s\r\nReferences: %s\r\n".formatted(id,
					item.facts.header("References").orElse(id)))
			.orElse("");
		return mime(author, to, String.join(", ", item.facts.addresses("Cc")),
				changes.path("subject").asString(item.facts.subject()),
				changes.path("body").path("content").asString(item.facts.body()), threading, item.received);
	}

	private static byte[] mime(Employee author, String to, String cc, String subject, String html, String threading,
			Instant now) {
		var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC));
		var encoded = Base64.getMimeEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8));
		var title = Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8));
		return """
				Message-ID: <%s@%s>\r
				Date: %s\r
				From: %s\r
				To: %s\r
				%sSubject: =?utf-8?B?%s?=\r
				%sMIME-Version: 1.0\r
				Content-Type: text/html; charset=utf-8\r
				Content-Transfer-Encoding: base64\r
				\r
				%s\r
				"""
			.formatted(UUID.randomUUID(), PostOffice.DOMAIN, date, author.address(), to,
					cc.isEmpty() ? "" : "Cc: " + cc + "\r\n", title, threading, encoded)
			.replace("\r\r\n", "\r\n")
			.getBytes(StandardCharsets.US_ASCII);
	}

	private static String recipients(JsonNode list) {
		return list.valueStream()
			.map((one) -> one.path("emailAddress").path("address").asString())
			.collect(Collectors.joining(", "));
	}

}
