package io.countersign.intake;

import java.io.IOException;

import org.springframework.stereotype.Component;

import io.countersign.documents.Spool;

/**
 * Takes a mail apart within limits. Nothing the mail names is ever fetched (IN-15), and
 * no field of its header commands us (IN-16).
 */
@Component
class MailParser {

	private final Limits limits;

	MailParser(IntakeProperties properties) {
		this.limits = properties.limits();
	}

	/** Of several possible readings the one with the most files (IN-13). */
	ParsedMail parse(RawMail mail) throws IOException {
		var best = parse(mail, 0);
		for (var reading = 1; reading < best.readings(); reading++) {
			var other = parse(mail, reading);
			var better = other.richness() > best.richness();
			(better ? best : other).close();
			best = better ? other : best;
		}
		return best;
	}

	/** Which mail this is. One that cannot be walked to its end is known by its bytes. */
	MailIdentity identify(Spool mail) throws IOException {
		try (var stream = mail.open()) {
			var header = Header.read(stream, this.limits);
			var digest = new ContentDigest(header);
			var walk = new MimeWalk(this.limits);
			walk.walk(ContentHeader.readings(header).getFirst(), header.body(), digest);
			return MailIdentity.of(header, walk.isComplete() ? digest.hex() : mail.id().sha256());
		}
	}

	private ParsedMail parse(RawMail mail, int reading) throws IOException {
		var parts = new PartCollector(this.limits);
		var complete = false;
		try (var stream = mail.open()) {
			var header = Header.read(stream, this.limits);
			var walk = new MimeWalk(this.limits);
			walk.walk(ContentHeader.readings(header).get(reading), header.body(), parts);
			complete = true;
			return new ParsedMail(header, walk, parts, this.limits);
		}
		finally {
			if (!complete) {
				parts.close();
			}
		}
	}

}
