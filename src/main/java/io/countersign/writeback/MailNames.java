package io.countersign.writeback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

import org.springframework.stereotype.Component;

/**
 * What mails of ours are called: to us by what they are about, to the world by chance.
 */
@Component
class MailNames {

	private static final int UNGUESSABLE_BYTES = 16;

	private final SecureRandom random = new SecureRandom();

	private final WritebackProperties properties;

	MailNames(WritebackProperties properties) {
		this.properties = properties;
	}

	/** A Message-ID that nobody can name who has not got the mail. */
	String unguessable() {
		var bytes = new byte[UNGUESSABLE_BYTES];
		this.random.nextBytes(bytes);
		return "countersign.%s@%s".formatted(HexFormat.of().formatHex(bytes), this.properties.mailbox().domain());
	}

	/** The same intention has the same name. */
	static String row(String intention) {
		try {
			var digest = MessageDigest.getInstance("SHA-256").digest(intention.getBytes(StandardCharsets.UTF_8));
			return "wb_" + HexFormat.of().formatHex(digest, 0, 12);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
