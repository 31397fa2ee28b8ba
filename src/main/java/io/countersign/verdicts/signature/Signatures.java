package io.countersign.verdicts.signature;

import java.io.IOException;
import java.util.Optional;

import io.countersign.documents.Documents;
import io.countersign.intake.Message;
import io.countersign.verdicts.MailSignature;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;

import org.springframework.stereotype.Component;

/** Looks for the signature over a mail as it came. */
@Component
public class Signatures {

	private static final String SIGNED = "multipart/signed";

	/** A larger mail is not read into memory for its signature. */
	private static final long LARGEST = 30_000_000;

	private final Documents documents;

	private final SignatureReader reader;

	Signatures(Documents documents, SignatureProperties settings) {
		this.documents = documents;
		try {
			this.reader = new SignatureReader(Authorities.of(settings.authorities()));
		}
		catch (IOException ex) {
			throw new IllegalStateException(
					"countersign.verdicts.signature.authorities = %s: it names PEM files with certificates: %s"
						.formatted(settings.authorities(), ex.getMessage()),
					ex);
		}
	}

	/** Nothing where the mail as a whole is not signed in the open. */
	public Optional<MailSignature> of(Message message) {
		var evidence = message.evidence();
		if (!evidence.mediaType().equals(SIGNED)) {
			return Optional.empty();
		}
		var boundary = evidence.first("Content-Type").flatMap(Signatures::boundary);
		var size = this.documents.find(evidence.raw()).map((raw) -> raw.size()).orElse(Long.MAX_VALUE);
		if (boundary.isEmpty() || size > LARGEST) {
			return Optional.of(MailSignature.broken());
		}
		return Optional
			.of(this.reader.read(this.documents.bytes(evidence.raw()), boundary.get(), message.receivedAt()));
	}

	private static Optional<String> boundary(String type) {
		return RawFieldParser.DEFAULT.parseRawBody(new RawField("Content-Type", type))
			.getParams()
			.stream()
			.filter((parameter) -> parameter.getName().equalsIgnoreCase("boundary"))
			.map(NameValuePair::getValue)
			.findFirst();
	}

}
