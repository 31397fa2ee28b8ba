package io.countersign.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * That a key has sealed the journal up to here and no further, signed by the one that
 * seals it from then on.
 *
 * @param former the key that signs no more
 * @param size of the last tree it has signed
 * @param root of that tree
 */
record HandOver(String origin, VerifierKey former, long size, TreeHash root, Instant at, NoteSignature signature) {

	private static final NoteForm<HandOver> FORM = new NoteForm<>(
			Pattern
				.compile("([^\\n]{1,200}) former key\\n([^\\n]{1,200})\\n(0|[1-9]\\d{0,17})\\n([A-Za-z0-9+/]{43}=)\\n"
						+ "time ([^\\n]{1,40})\\n" + NoteSignature.FORM),
			"a note of how far a former key goes", HandOver::of, HandOver::text);

	static HandOver signed(SealKey key, String origin, VerifierKey former, long size, TreeHash root, Instant at) {
		var body = body(origin, former, size, root, at);
		return new HandOver(origin, former, size, root, at, NoteSignature.by(key, body));
	}

	String text() {
		return body() + this.signature.line();
	}

	boolean isSignedBy(VerifierKey key) {
		return this.signature.isBy(key, body());
	}

	/** The notes of a file of them, in their order; what is none says nothing. */
	static List<HandOver> read(String text) {
		return Stream.of(text.split(HeadFile.RULE, -1)).flatMap((note) -> note(note).stream()).toList();
	}

	private static Optional<HandOver> note(String text) {
		try {
			return Optional.of(FORM.parse(text));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static HandOver of(MatchResult match) {
		return new HandOver(match.group(1), VerifierKey.parse(match.group(2)), Long.parseLong(match.group(3)),
				TreeHash.ofBase64(match.group(4)), Instant.parse(match.group(5)),
				NoteSignature.read(match.group(6), match.group(7)));
	}

	private String body() {
		return body(this.origin, this.former, this.size, this.root, this.at);
	}

	private static String body(String origin, VerifierKey former, long size, TreeHash root, Instant at) {
		return "%s former key\n%s\n%d\n%s\ntime %s\n".formatted(origin, former, size, root.base64(), at);
	}

}
