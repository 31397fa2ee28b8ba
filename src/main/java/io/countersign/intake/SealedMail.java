package io.countersign.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;

/**
 * A mail whose text lies inside its signature (RFC 8551 section 3.5.2). What is shown and
 * what is verified are read here, so that they are the same.
 *
 * @param signed the signature with the text in it
 * @param text the MIME part that was signed
 */
public record SealedMail(CMSSignedData signed, byte[] text) {

	/** A larger mail is not read into memory for what lies in it. */
	public static final int LARGEST = 20_000_000;

	private static final Set<String> TYPES = Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");

	private static final byte SEQUENCE = 0x30;

	public static boolean isType(String mediaType) {
		return TYPES.contains(mediaType);
	}

	/** Nothing where it is encrypted, or is no such mail. */
	public static Optional<SealedMail> of(byte[] mail) {
		var text = new String(mail, StandardCharsets.ISO_8859_1);
		var body = HeaderEnd.of(text);
		return (body < 0 || mail.length > LARGEST) ? Optional.empty()
				: container(text.substring(body)).flatMap(SealedMail::opened);
	}

	/** In base64, or as it is. */
	private static Optional<byte[]> container(String body) {
		if (!body.isEmpty() && body.charAt(0) == SEQUENCE && body.length() > 1 && body.charAt(1) >= 0x80) {
			return Optional.of(body.getBytes(StandardCharsets.ISO_8859_1));
		}
		var letters = new StringBuilder(body.length());
		body.chars().filter((letter) -> letter > ' ').forEach((letter) -> letters.append((char) letter));
		try {
			return Optional.of(Base64.getDecoder().decode(letters.toString()));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** Hostile structures may be nested as deep as they like. */
	private static Optional<SealedMail> opened(byte[] container) {
		try {
			var signed = new CMSSignedData(container);
			var content = signed.getSignedContent();
			if (content == null) {
				return Optional.empty();
			}
			var text = new ByteArrayOutputStream();
			content.write(text);
			return Optional.of(new SealedMail(signed, text.toByteArray()));
		}
		catch (CMSException | IOException | RuntimeException | StackOverflowError ex) {
			return Optional.empty();
		}
	}

}
