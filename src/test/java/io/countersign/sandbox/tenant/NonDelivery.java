package io.countersign.sandbox.tenant;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** The report that a mail could not be delivered (RFC 3464). */
final class NonDelivery {

	private NonDelivery() {
	}

	static byte[] of(String recipient, String sender, MimeFacts mail, Instant now) {
		var id = mail.header("Message-ID").orElse("");
		return """
				Message-ID: <%s@%s>\r
				Date: %s\r
				From: Microsoft Outlook <postmaster@%s>\r
				To: %s\r
				Subject: Undeliverable: %s\r
				In-Reply-To: %s\r
				References: %s\r
				Auto-Submitted: auto-replied\r
				MIME-Version: 1.0\r
				Content-Type: multipart/report; report-type=delivery-status; boundary="ndr"\r
				\r
				--ndr\r
				Content-Type: text/plain; charset=utf-8\r
				\r
				Your message to %s couldn't be delivered.\r
				\r
				--ndr\r
				Content-Type: message/delivery-status\r
				\r
				Reporting-MTA: dns;MBX1.%s\r
				\r
				Final-Recipient: rfc822;%s\r
				Action: failed\r
				Status: 5.1.10\r
				Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found\r
				\r
				--ndr\r
				Content-Type: text/rfc822-headers\r
				\r
				Message-ID: %s\r
				Subject: %s\r
				\r
				--ndr--\r
				"""
			.formatted(UUID.randomUUID(), PostOffice.DOMAIN,
					DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)), PostOffice.DOMAIN,
					sender, mail.header("Subject").orElse(""), id, id, recipient, PostOffice.DOMAIN, recipient, id,
					mail.header("Subject").orElse(""))
			.getBytes(StandardCharsets.UTF_8);
	}

}
