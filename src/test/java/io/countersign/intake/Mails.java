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

	static final String HEAD = """
			From: =?utf-8?Q?S=C3=B8ren_Holm?= <Soren@Min.example>
			To: Anna <anna@min.example>, bo@min.example
			Subject: =?iso-8859-1?Q?Lejem=E5l?=
			Date: Tue, 24 Nov 2026 11:00:00 +0100
			Message-ID: <one@min.example>
			In-Reply-To: <zero@min.example>
			References: <minus-one@min.example>
			 <zero@min.example>
			""";

	static final String WITH_A_FILE = HEAD + """
			Content-Type: multipart/mixed; boundary=outer

			--outer
			Content-Type: multipart/alternative; boundary=inner

			--inner
			Content-Type: text/plain; charset=utf-8
			Content-Transfer-Encoding: quoted-printable

			Godkendt p=C3=A5 vilk=C3=A5r
			--inner
			Content-Type: text/html; charset=utf-8

			<p>Godkendt</p>
			--inner--
			--outer
			Content-Type: application/pdf
			Content-Disposition: attachment; filename="notat.pdf"
			Content-Transfer-Encoding: base64

			SGVq
			--outer--
			""";

	private static final Instant RECEIVED = Instant.parse("2026-11-24T10:00:00Z");

	private static final Runnable UNCLAIMED = () -> {
	};

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
		try (var spool = Spool.of(mail); var parsed = parser.parse(spool::open, UNCLAIMED)) {
			var identity = parser.identify(spool, UNCLAIMED);
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
		try (var parsed = parser(Limits.DEFAULT).parse(() -> new ByteArrayInputStream(bytes(mail)), UNCLAIMED)) {
			return parsed.files().get(number).open().readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** In as much time as it needs. */
	static ParsedMail taken(Spool mail) throws IOException {
		return taken(mail::open, within(Duration.ofMinutes(10)), UNCLAIMED);
	}

	static ParsedMail taken(RawMail mail, Limits limits, Runnable goingOn) throws IOException {
		return parser(limits).parse(mail, goingOn);
	}

	/** The usual limits with another time. */
	static Limits within(Duration time) {
		var usual = Limits.DEFAULT;
		return new Limits(usual.depth(), usual.parts(), usual.attachments(), usual.headerFields(), usual.header(),
				usual.headerField(), usual.recipients(), usual.message(), usual.text(), usual.memory(), time);
	}

	private static MailParser parser(Limits limits) {
		return new MailParser(new IntakeProperties(Desk.KEY, 1, Duration.ofSeconds(1), Duration.ofSeconds(1),
				Duration.ofSeconds(1), limits));
	}

}
