package io.countersign.journal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A tree head as it goes out: a checkpoint of the C2SP specification tlog-checkpoint,
 * with the time as its extension line, in a signed note with one Ed25519 signature or
 * none.
 *
 * @param origin whose journal it is
 * @param size how many entries the tree has
 * @param at when the head was made
 * @param signature empty when no key was there to sign
 */
record SignedNote(String origin, long size, TreeHash root, Instant at, Optional<Signature> signature) {

	private static final Pattern FORM = Pattern
		.compile("([^\\n]{1,200})\\n(0|[1-9]\\d{0,17})\\n([A-Za-z0-9+/]{43}=)\\ntime ([^\\n]{1,40})\\n"
				+ "(?:\\n\\u2014 ([^\\s+]{1,100}) ([A-Za-z0-9+/]{90,92}={0,2})\\n)?");

	/** What is signed. */
	String body() {
		return "%s\n%d\n%s\ntime %s\n".formatted(this.origin, this.size,
				Base64.getEncoder().encodeToString(this.root.bytes()), this.at);
	}

	String text() {
		return body() + this.signature.map(Signature::line).orElse("");
	}

	SignedNote signed(SealKey key) {
		return new SignedNote(this.origin, this.size, this.root, this.at,
				Optional.of(new Signature(key.name(), key.sign(body().getBytes(StandardCharsets.UTF_8)))));
	}

	boolean isSignedBy(VerifierKey key) {
		return this.signature
			.map((made) -> made.name().equals(key.name())
					&& key.verifies(body().getBytes(StandardCharsets.UTF_8), made.value()))
			.orElse(false);
	}

	/**
	 * @throws IllegalArgumentException when it is no such note
	 */
	static SignedNote parse(String text) {
		var match = FORM.matcher(text);
		if (!match.matches()) {
			throw new IllegalArgumentException("It is not a tree head");
		}
		try {
			var root = HexFormat.of().formatHex(Base64.getDecoder().decode(match.group(3)));
			var signature = Optional.ofNullable(match.group(5))
				.map((name) -> new Signature(name, Base64.getDecoder().decode(match.group(6))));
			var note = new SignedNote(match.group(1), Long.parseLong(match.group(2)), new TreeHash(root),
					Instant.parse(match.group(4)), signature);
			if (!note.text().equals(text)) {
				throw new IllegalArgumentException("It is not written as a tree head is");
			}
			return note;
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException("Its time is not a time", ex);
		}
	}

	/**
	 * The line below the text.
	 *
	 * @param value four bytes that name the key, and the signature
	 */
	record Signature(String name, byte[] value) {

		String line() {
			return "\n\u2014 %s %s\n".formatted(this.name, Base64.getEncoder().encodeToString(this.value));
		}

	}

}
