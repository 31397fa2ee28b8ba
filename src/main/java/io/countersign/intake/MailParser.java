package io.countersign.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

import org.springframework.stereotype.Component;

import io.countersign.documents.Spool;

/**
 * Takes a mail apart within limits. Nothing the mail names is ever fetched (IN-15), and
 * no field of its header commands us (IN-16).
 */
@Component
class MailParser {

	private static final Duration IDENTIFYING = Duration.ofMinutes(10);

	private final Limits limits;

	MailParser(IntakeProperties properties) {
		this.limits = properties.limits();
	}

	/**
	 * Of several possible readings the one with the most files (IN-13).
	 * @param goingOn said again and again while it takes long
	 */
	ParsedMail parse(RawMail mail, Runnable goingOn) throws IOException {
		var time = new ParsingTime(this.limits.time(), goingOn);
		var best = parse(mail, 0, time);
		for (var reading = 1; reading < best.readings(); reading++) {
			var other = parse(mail, reading, time);
			var better = other.richness() > best.richness();
			(better ? best : other).close();
			best = better ? other : best;
		}
		return best;
	}

	/**
	 * Which mail this is. A busy machine must not make another mail of it, so the time
	 * for it is long.
	 * @param goingOn said again and again while it takes long
	 */
	MailIdentity identify(Spool mail, Runnable goingOn) throws IOException {
		try (var stream = mail.open()) {
			var header = Header.read(stream, this.limits);
			var digest = new ContentDigest(header);
			var walk = new MimeWalk(this.limits, new ParsingTime(IDENTIFYING, goingOn));
			walk.walk(ContentHeader.readings(header).getFirst(), header.body(), digest);
			if (walk.isComplete()) {
				return MailIdentity.of(header, digest.hex());
			}
		}
		return identifyUnwalked(mail);
	}

	/**
	 * One that cannot be walked to its end is known by every byte of its body and by how
	 * that is said to be built. What servers on the way have put before it is as little
	 * part of that as of any other mail.
	 */
	private MailIdentity identifyUnwalked(Spool mail) throws IOException {
		try (var stream = mail.open()) {
			var header = Header.read(stream, this.limits);
			var digest = new ContentDigest(header);
			digest.whole(ContentHeader.readings(header), header.body());
			return MailIdentity.of(header, digest.hex());
		}
	}

	private ParsedMail parse(RawMail mail, int reading, ParsingTime time) throws IOException {
		var parts = new PartCollector(this.limits);
		var complete = false;
		try (var stream = mail.open()) {
			var header = Header.read(stream, this.limits);
			var walk = new MimeWalk(this.limits, time);
			var content = ContentHeader.readings(header).get(reading);
			if (isSealed(header)) {
				open(mail, header, content, walk, parts);
			}
			else {
				walk.walk(content, header.body(), parts);
			}
			complete = true;
			return new ParsedMail(header, walk, parts, this.limits);
		}
		finally {
			if (!complete) {
				parts.close();
			}
		}
	}

	private static boolean isSealed(Header header) {
		var type = header.first("Content-Type").split(";", 2)[0];
		return SealedMail.isType(type.strip().toLowerCase(Locale.ROOT));
	}

	/** What lies inside a signature is what the author wrote. */
	private static void open(RawMail mail, Header header, String content, MimeWalk walk, PartCollector parts)
			throws IOException {
		try (var stream = mail.open()) {
			var sealed = SealedMail.of(stream.readNBytes(SealedMail.LARGEST + 1)).map(SealedMail::text);
			if (sealed.isEmpty()) {
				walk.unreadable("It is encrypted, or sealed in another way; what it says cannot be read.");
				walk.walk(content, header.body(), parts);
				return;
			}
			var inner = sealed.get();
			var body = Math.max(0, HeaderEnd.of(inner));
			walk.walk(new String(inner, 0, body, StandardCharsets.ISO_8859_1).stripTrailing() + "\r\n",
					new ByteArrayInputStream(inner, body, inner.length - body), parts);
		}
	}

}
