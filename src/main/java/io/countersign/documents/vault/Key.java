package io.countersign.documents.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A key of 256 bits, which shows nothing when it is printed. */
public final class Key {

	static final int SIZE = 32;

	static final String CIPHER = "AES/GCM/NoPadding";

	static final int TAG_BITS = 128;

	static final int NONCE = 12;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final SecretKey secret;

	private Key(byte[] bytes) {
		this.secret = new SecretKeySpec(bytes, "AES");
	}

	public static Key random() {
		return new Key(random(SIZE));
	}

	static Key of(byte[] bytes) {
		return new Key(bytes);
	}

	static byte[] random(int length) {
		var bytes = new byte[length];
		RANDOM.nextBytes(bytes);
		return bytes;
	}

	SecretKey secret() {
		return this.secret;
	}

	/**
	 * Another key, encrypted by this one.
	 * @param purpose where it is kept and what it is for: it is unwrapped there and
	 * nowhere else
	 */
	public byte[] wrap(Key other, String purpose) {
		var nonce = random(NONCE);
		try {
			var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, 0, purpose);
			var wrapped = Arrays.copyOf(nonce, NONCE + SIZE + TAG_BITS / Byte.SIZE);
			cipher.doFinal(other.secret.getEncoded(), 0, SIZE, wrapped, NONCE);
			return wrapped;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * @throws Tampered when it was not wrapped by this key for this purpose
	 */
	public Key unwrap(byte[] wrapped, String purpose) {
		try {
			return new Key(cipher(Cipher.DECRYPT_MODE, wrapped, 0, purpose).doFinal(wrapped, NONCE,
					Math.max(0, wrapped.length - NONCE)));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			throw new Tampered("A wrapped key does not open for " + purpose, ex);
		}
	}

	/** Tells keys apart and tells nothing about them. */
	String fingerprint() {
		try {
			var digest = MessageDigest.getInstance("SHA-256");
			digest.update("countersign master key".getBytes(StandardCharsets.US_ASCII));
			return HexFormat.of().formatHex(digest.digest(this.secret.getEncoded()), 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Cipher cipher(int mode, byte[] nonce, int from, String purpose) throws GeneralSecurityException {
		var cipher = Cipher.getInstance(CIPHER);
		cipher.init(mode, this.secret, new GCMParameterSpec(TAG_BITS, nonce, from, NONCE));
		cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
		return cipher;
	}

	@Override
	public String toString() {
		return "(key)";
	}

}
