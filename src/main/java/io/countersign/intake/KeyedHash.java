package io.countersign.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

import io.countersign.identity.EmailAddress;

/**
 * Hashes by which something is known again that is not kept. Without the key nobody can
 * try out what was seen.
 */
@Component
class KeyedHash {

	private static final String ALGORITHM = "HmacSHA256";

	private final Mac keyed;

	KeyedHash(IntakeProperties properties) {
		try {
			this.keyed = Mac.getInstance(ALGORITHM);
			this.keyed.init(new SecretKeySpec(properties.hashKey().getBytes(StandardCharsets.UTF_8), ALGORITHM));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	byte[] ofItem(EmailAddress mailbox, String itemId) {
		return of("item\0" + mailbox + "\0" + itemId);
	}

	byte[] ofChat(String chatId) {
		return of("chat\0" + chatId);
	}

	byte[] ofMessageId(String internetMessageId) {
		return of("message\0" + internetMessageId);
	}

	byte[][] ofMessageIds(Collection<String> internetMessageIds) {
		return internetMessageIds.stream().map(this::ofMessageId).toArray(byte[][]::new);
	}

	private byte[] of(String text) {
		try {
			return ((Mac) this.keyed.clone()).doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (CloneNotSupportedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
