package io.countersign.verdicts.signature;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Optional;

import io.countersign.documents.Documents;
import io.countersign.intake.Message;
import io.countersign.intake.SealedMail;
import io.countersign.verdicts.MailSignature;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;

import org.springframework.stereotype.Component;

/** Looks for the signature over a mail as it came. */
@Component
public class Signatures {

	private static final String SIGNED = "multipart/signed";

	private final Documents documents;

	private final SignatureReader reader;

	Signatures(Documents documents, SignatureProperties settings, Clock clock) {
		this.documents = documents;
		var lists = Optional.ofNullable(settings.revocationLists());
		if (lists.filter((place) -> !Files.isDirectory(place)).isPresent()) {
			throw new IllegalStateException("countersign.verdicts.signature.revocation-lists = %s: it names a directory"
				.formatted(lists.get()));
		}
		try {
			this.reader = new SignatureReader(Authorities.of(settings.authorities()), new RevocationLists(lists),
					clock);
		}
		catch (IOException ex) {
			throw new IllegalStateException(
					"countersign.verdicts.signature.authorities = %s: it names PEM files with certificates: %s"
						.formatted(settings.authorities(), ex.getMessage()),
					ex);
		}
	}

	/** Nothing where the mail as a whole is not signed, or is encrypted. */
	public Optional<MailSignature> of(Message message) {
		var type = message.evidence().mediaType();
		if (!type.equals(SIGNED) && !SealedMail.isType(type)) {
			return Optional.empty();
		}
		var raw = message.evidence().raw();
		if (this.documents.find(raw).filter((file) -> file.size() <= SealedMail.LARGEST).isEmpty()) {
			return Optional.of(MailSignature.broken());
		}
		var mail = this.documents.bytes(raw);
		return type.equals(SIGNED) ? Optional.of(beside(mail, message))
				: SealedMail.of(mail).map((sealed) -> this.reader.read(sealed, message.receivedAt()));
	}

	private MailSignature beside(byte[] mail, Message message) {
		return message.evidence()
			.first("Content-Type")
			.flatMap(Signatures::boundary)
			.map((boundary) -> this.reader.read(mail, boundary, message.receivedAt()))
			.orElseGet(MailSignature::broken);
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
