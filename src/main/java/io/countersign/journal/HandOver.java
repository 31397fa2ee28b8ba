package io.countersign.journal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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
record HandOver(String origin, VerifierKey former, long size, TreeHash root, Instant at,
		SignedNote.Signature signature) {

	private static final Pattern FORM = Pattern
		.compile("([^\\n]{1,200}) former key\\n([^\\n]{1,200})\\n(0|[1-9]\\d{0,17})\\n([A-Za-z0-9+/]{43}=)\\n"
				+ "time ([^\\n]{1,40})\\n\\n\\u2014 ([^\\s+]{1,100}) ([A-Za-z0-9+/]{90,92}={0,2})\\n");

	static HandOver signed(SealKey key, String origin, VerifierKey former, long size, TreeHash root, Instant at) {
		var body = body(origin, former, size, root, at);
		return new HandOver(origin, former, size, root, at,
				new SignedNote.Signature(key.name(), key.sign(body.getBytes(StandardCharsets.UTF_8))));
	}

	String text() {
		return body() + this.signature.line();
	}

	boolean isSignedBy(VerifierKey key) {
		return this.signature.name().equals(key.name())
				&& key.verifies(body().getBytes(StandardCharsets.UTF_8), this.signature.value());
	}

	/** The notes of a file of them, in their order; what is none says nothing. */
	static List<HandOver> read(String text) {
		return Stream.of(text.split(HeadFile.RULE, -1)).flatMap((note) -> note(note).stream()).toList();
	}

	private static Optional<HandOver> note(String text) {
		try {
			return Optional.of(parse(text));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private static HandOver parse(String text) {
		var match = FORM.matcher(text);
		if (!match.matches()) {
			throw new IllegalArgumentException("It does not say how far a former key goes");
		}
		try {
			var root = HexFormat.of().formatHex(Base64.getDecoder().decode(match.group(4)));
			var note = new HandOver(match.group(1), VerifierKey.parse(match.group(2)), Long.parseLong(match.group(3)),
					new TreeHash(root), Instant.parse(match.group(5)),
					new SignedNote.Signature(match.group(6), Base64.getDecoder().decode(match.group(7))));
			if (!note.text().equals(text)) {
				throw new IllegalArgumentException("It is not written as such a note is");
			}
			return note;
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException("Its time is not a time", ex);
		}
	}

	private String body() {
		return body(this.origin, this.former, this.size, this.root, this.at);
	}

	private static String body(String origin, VerifierKey former, long size, TreeHash root, Instant at) {
		return "%s former key\n%s\n%d\n%s\ntime %s\n".formatted(origin, former, size,
				Base64.getEncoder().encodeToString(root.bytes()), at);
	}

}
