package io.countersign.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import io.countersign.documents.Spool;

/** Mails written byte by byte, and what the parser makes of them. */
final class Mails {

	private static final Instant RECEIVED = Instant.parse("2026-11-24T10:00:00Z");

	private Mails() {
	}

	/** Each character is one byte; line ends become CRLF. */
	static byte[] bytes(String mail) {
		return mail.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
	}

	static Message parse(String mail) {
		return parse(bytes(mail), Limits.DEFAULT);
	}

	static Message parse(byte[] mail, Limits limits) {
		var parser = parser(limits);
		try (var spool = Spool.of(mail); var parsed = parser.parse(spool::open)) {
			var identity = parser.identify(spool);
			return parsed.message(identity.id(), spool.id(), identity.digest(), RECEIVED);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static MessageId id(String mail) {
		return id(bytes(mail));
	}

	static MessageId id(byte[] mail) {
		return parse(mail, Limits.DEFAULT).id();
	}

	/** What of a file's bytes the parser found. */
	static byte[] file(String mail, int number) {
		try (var parsed = parser(Limits.DEFAULT).parse(() -> new ByteArrayInputStream(bytes(mail)))) {
			return parsed.files().get(number).open().readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static ParsedMail taken(Spool mail) throws IOException {
		return parser(Limits.DEFAULT).parse(mail::open);
	}

	private static MailParser parser(Limits limits) {
		return new MailParser(new IntakeProperties(Desk.KEY, 1, Duration.ofSeconds(1), Duration.ofSeconds(1),
				Duration.ofSeconds(1), limits));
	}

}
