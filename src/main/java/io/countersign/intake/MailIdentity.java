package io.countersign.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Which mail some bytes are a copy of.
 *
 * @param digest what the author wrote, as one number
 */
record MailIdentity(MessageId id, Optional<String> internetMessageId, String digest) {

	private static final int ID_BYTES = 16;

	/**
	 * Two mails under one Message-ID are two mails; a mail without one has its content.
	 */
	static MailIdentity of(Header header, String digest) {
		var internetMessageId = MailThread.of(header).messageId();
		var author = String.join(",", Parties.written(header.first("From")));
		var key = String.join("\0", internetMessageId.orElse(""), author, digest);
		return new MailIdentity(new MessageId("msg_" + hash(key)), internetMessageId, digest);
	}

	private static String hash(String key) {
		try {
			var digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, ID_BYTES);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
