package io.countersign.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Who can check a signed note: the key a signed-note verifier takes (C2SP signed-note,
 * Ed25519, type 1).
 *
 * @param raw the 32 bytes of the public key
 */
record VerifierKey(String name, byte[] raw) {

	private static final Pattern FORM = Pattern.compile("([^\\s+]{1,100})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]{44})");

	private static final byte ED25519 = 1;

	private static final int NAME_BYTES = 4;

	/** What stands before the raw key in its X.509 form (RFC 8410). */
	private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

	static VerifierKey of(String name, PublicKey key) {
		var encoded = key.getEncoded();
		return new VerifierKey(name, Arrays.copyOfRange(encoded, PREFIX.length, encoded.length));
	}

	static boolean hasForm(String text) {
		return FORM.matcher(text.strip()).matches();
	}

	/**
	 * @throws IllegalArgumentException when it is not the text of such a key
	 */
	static VerifierKey parse(String text) {
		var match = FORM.matcher(text.strip());
		if (!match.matches()) {
			throw new IllegalArgumentException("A verifier key reads name+12345678+base64");
		}
		var typed = Base64.getDecoder().decode(match.group(3));
		var key = new VerifierKey(match.group(1), Arrays.copyOfRange(typed, 1, typed.length));
		if (typed[0] != ED25519 || !HexFormat.of().formatHex(key.id()).equals(match.group(2))) {
			throw new IllegalArgumentException("The parts of the verifier key do not fit each other");
		}
		return key;
	}

	/** What names the key in a signature: the first bytes of a hash over it. */
	byte[] id() {
		try {
			var digest = MessageDigest.getInstance("SHA-256");
			digest.update((this.name + "\n").getBytes(StandardCharsets.UTF_8));
			return Arrays.copyOf(digest.digest(typed()), NAME_BYTES);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	boolean verifies(byte[] text, byte[] signature) {
		if (!Arrays.equals(id(), Arrays.copyOf(signature, NAME_BYTES))) {
			return false;
		}
		try {
			var verifying = Signature.getInstance("Ed25519");
			verifying.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509())));
			verifying.update(text);
			return verifying.verify(signature, NAME_BYTES, signature.length - NAME_BYTES);
		}
		catch (GeneralSecurityException ex) {
			return false;
		}
	}

	@Override
	public String toString() {
		return "%s+%s+%s".formatted(this.name, HexFormat.of().formatHex(id()),
				Base64.getEncoder().encodeToString(typed()));
	}

	private byte[] typed() {
		return ByteBuffer.allocate(1 + this.raw.length).put(ED25519).put(this.raw).array();
	}

	private byte[] x509() {
		return ByteBuffer.allocate(PREFIX.length + this.raw.length).put(PREFIX).put(this.raw).array();
	}

}
