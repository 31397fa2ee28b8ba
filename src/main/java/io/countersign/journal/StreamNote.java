package io.countersign.journal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Says how far a stream goes, so that nobody cuts off its end in an export: a signed note
 * like a tree head, whose first line no tree head has.
 *
 * @param entries how many the stream has
 * @param last the hash of the last one
 * @param size of the tree to whose head the paths lead
 * @param at when nothing came after it
 */
record StreamNote(String origin, String stream, long entries, String last, long size, Instant at,
		SignedNote.Signature signature) {

	private static final Pattern FORM = Pattern
		.compile("([^\\n]{1,200}) stream\\n([^\\n]{1,300})\\n([1-9]\\d{0,17})\\n([0-9a-f]{64})\\n([1-9]\\d{0,17})\\n"
				+ "time ([^\\n]{1,40})\\n\\n\\u2014 ([^\\s+]{1,100}) ([A-Za-z0-9+/]{90,92}={0,2})\\n");

	static StreamNote signed(SealKey key, String origin, Entry last, long size, Instant at) {
		var body = body(origin, last.stream(), last.sequence(), last.hash(), size, at);
		return new StreamNote(origin, last.stream(), last.sequence(), last.hash(), size, at,
				new SignedNote.Signature(key.name(), key.sign(body.getBytes(StandardCharsets.UTF_8))));
	}

	String text() {
		return body() + this.signature.line();
	}

	boolean isSignedBy(VerifierKey key) {
		return this.signature.name().equals(key.name())
				&& key.verifies(body().getBytes(StandardCharsets.UTF_8), this.signature.value());
	}

	/**
	 * @throws IllegalArgumentException when it is no such note
	 */
	static StreamNote parse(String text) {
		var match = FORM.matcher(text);
		if (!match.matches()) {
			throw new IllegalArgumentException("It does not say how far a stream goes");
		}
		try {
			var note = new StreamNote(match.group(1), match.group(2), Long.parseLong(match.group(3)), match.group(4),
					Long.parseLong(match.group(5)), Instant.parse(match.group(6)),
					new SignedNote.Signature(match.group(7), Base64.getDecoder().decode(match.group(8))));
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
		return body(this.origin, this.stream, this.entries, this.last, this.size, this.at);
	}

	private static String body(String origin, String stream, long entries, String last, long size, Instant at) {
		return "%s stream\n%s\n%d\n%s\n%d\ntime %s\n".formatted(origin, stream, entries, last, size, at);
	}

}
