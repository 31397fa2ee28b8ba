package io.countersign.sandbox.smtp;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The header fields Exchange Online puts on top of mail from outside. A domain of others
 * passes when it is also the domain of the return path; nobody outside may write for the
 * tenant's own domain. What the sender forged stays below.
 */
final class BorderStamp {

	private static final Pattern FROM = Pattern.compile("^From:(?:[^\r\n]|\r?\n[ \t])*?@([A-Za-z0-9.-]+)",
			Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

	private final String domain;

	private final Clock clock;

	BorderStamp(String domain, Clock clock) {
		this.domain = domain;
		this.clock = clock;
	}

	byte[] fields(byte[] mime, String returnPath, String helo, String address) {
		var author = authorDomain(mime);
		var envelope = domainOf(returnPath);
		boolean sent = !envelope.isEmpty() && !isOurs(envelope);
		boolean aligned = sent && envelope.equals(author);
		return """
				Received: from %s (%s) by mx.%s (10.0.0.25) with Microsoft SMTP Server id 15.20.9000.1; %s\r
				Authentication-Results: spf=%s (sender IP is %s) smtp.mailfrom=%s; dkim=none (message not signed)\r
				 header.d=none;dmarc=%s action=%s header.from=%s;compauth=%s reason=%s\r
				Return-Path: %s\r
				""".formatted(helo, address, this.domain,
				DateTimeFormatter.RFC_1123_DATE_TIME.format(this.clock.instant().atZone(ZoneOffset.UTC)),
				sent ? "pass" : "fail", address, envelope, aligned ? "pass" : "fail", aligned ? "none" : "quarantine",
				author, aligned ? "pass" : "fail", aligned ? "100" : "000", returnPath)
			.getBytes(StandardCharsets.US_ASCII);
	}

	private static String authorDomain(byte[] mime) {
		var text = new String(mime, StandardCharsets.ISO_8859_1);
		int end = text.indexOf("\r\n\r\n");
		var from = FROM.matcher((end < 0) ? text : text.substring(0, end));
		return from.find() ? from.group(1).toLowerCase(Locale.ROOT) : "";
	}

	private static String domainOf(String address) {
		return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
	}

	private boolean isOurs(String other) {
		return other.equals(this.domain) || other.endsWith("." + this.domain);
	}

}
