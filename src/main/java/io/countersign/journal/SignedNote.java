package io.countersign.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.MatchResult;
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
record SignedNote(String origin, long size, TreeHash root, Instant at, Optional<NoteSignature> signature) {

	private static final NoteForm<SignedNote> FORM = new NoteForm<>(
			Pattern.compile("([^\\n]{1,200})\\n(0|[1-9]\\d{0,17})\\n([A-Za-z0-9+/]{43}=)\\ntime ([^\\n]{1,40})\\n(?:"
					+ NoteSignature.FORM + ")?"),
			"a tree head", SignedNote::of, SignedNote::text);

	/** What is signed. */
	String body() {
		return "%s\n%d\n%s\ntime %s\n".formatted(this.origin, this.size, this.root.base64(), this.at);
	}

	String text() {
		return body() + this.signature.map(NoteSignature::line).orElse("");
	}

	SignedNote signed(SealKey key) {
		return new SignedNote(this.origin, this.size, this.root, this.at, Optional.of(NoteSignature.by(key, body())));
	}

	boolean isSignedBy(VerifierKey key) {
		return this.signature.filter((made) -> made.isBy(key, body())).isPresent();
	}

	/**
	 * @throws IllegalArgumentException when it is no such note
	 */
	static SignedNote parse(String text) {
		return FORM.parse(text);
	}

	private static SignedNote of(MatchResult match) {
		return new SignedNote(match.group(1), Long.parseLong(match.group(2)), TreeHash.ofBase64(match.group(3)),
				Instant.parse(match.group(4)),
				Optional.ofNullable(match.group(5)).map((name) -> NoteSignature.read(name, match.group(6))));
	}

}
