package io.countersign.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;

import io.countersign.documents.Spool;

import org.springframework.stereotype.Service;

/** A look at a mail somebody shows us: parsed like every other, and not kept. */
@Service
public class Glance {

	private final MailParser parser;

	private final Clock clock;

	Glance(MailParser parser, Clock clock) {
		this.parser = parser;
		this.clock = clock;
	}

	/**
	 * @throws IOException when the bytes are no mail that can be taken apart
	 */
	public Message at(byte[] mime) throws IOException {
		Runnable unclaimed = () -> {
		};
		try (var raw = Spool.of(mime); var mail = this.parser.parse(() -> new ByteArrayInputStream(mime), unclaimed)) {
			var identity = this.parser.identify(raw, unclaimed);
			return mail.message(identity.id(), raw.id(), identity.digest(), this.clock.instant());
		}
	}

}
