package io.countersign.journal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The line below the lines of a signed note (C2SP specification signed-note), Ed25519.
 *
 * @param name of the key
 * @param value four bytes that name the key, and the signature
 */
record NoteSignature(String name, byte[] value) {

	/** Two groups, the name and the value in base64. */
	static final String FORM = "\\n\\u2014 ([^\\s+]{1,100}) ([A-Za-z0-9+/]{90,92}={0,2})\\n";

	static NoteSignature by(SealKey key, String lines) {
		return new NoteSignature(key.name(), key.sign(lines.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * @throws IllegalArgumentException when the value is no base64
	 */
	static NoteSignature read(String name, String value) {
		return new NoteSignature(name, Base64.getDecoder().decode(value));
	}

	boolean isBy(VerifierKey key, String lines) {
		return this.name.equals(key.name()) && key.verifies(lines.getBytes(StandardCharsets.UTF_8), this.value);
	}

	String line() {
		return "\n\u2014 %s %s\n".formatted(this.name, Base64.getEncoder().encodeToString(this.value));
	}

}
