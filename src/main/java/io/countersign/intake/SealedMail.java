package io.countersign.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

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

	/** To take one apart needs several times its size. */
	private static final Lock ONE_AT_A_TIME = new ReentrantLock();

	public static boolean isType(String mediaType) {
		return TYPES.contains(mediaType);
	}

	/** Nothing where it is encrypted, or is no such mail. */
	public static Optional<SealedMail> of(byte[] mail) {
		var body = HeaderEnd.of(mail);
		if (body < 0 || mail.length > LARGEST) {
			return Optional.empty();
		}
		ONE_AT_A_TIME.lock();
		try {
			return container(mail, body).flatMap(SealedMail::opened);
		}
		finally {
			ONE_AT_A_TIME.unlock();
		}
	}

	/** In base64, or as it is. */
	private static Optional<byte[]> container(byte[] mail, int body) {
		if (mail.length > body + 1 && mail[body] == SEQUENCE && mail[body + 1] < 0) {
			return Optional.of(Arrays.copyOfRange(mail, body, mail.length));
		}
		var letters = new byte[mail.length - body];
		var count = 0;
		for (var at = body; at < mail.length; at++) {
			if ((mail[at] & 0xff) > ' ') {
				letters[count++] = mail[at];
			}
		}
		try {
			var decoded = Base64.getDecoder().decode(ByteBuffer.wrap(letters, 0, count));
			return Optional.of(Arrays.copyOf(decoded.array(), decoded.limit()));
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
			var text = new ByteArrayOutputStream(container.length);
			content.write(text);
			return Optional.of(new SealedMail(signed, text.toByteArray()));
		}
		catch (CMSException | IOException | RuntimeException | StackOverflowError ex) {
			return Optional.empty();
		}
	}

}
