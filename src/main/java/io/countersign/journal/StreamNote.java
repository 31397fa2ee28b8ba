package io.countersign.journal;

import java.time.Instant;
import java.util.regex.MatchResult;
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
		NoteSignature signature) {

	private static final NoteForm<StreamNote> FORM = new NoteForm<>(
			Pattern.compile(
					"([^\\n]{1,200}) stream\\n([^\\n]{1,300})\\n([1-9]\\d{0,17})\\n([0-9a-f]{64})\\n([1-9]\\d{0,17})\\n"
							+ "time ([^\\n]{1,40})\\n" + NoteSignature.FORM),
			"a note of how far a stream goes", StreamNote::of, StreamNote::text);

	static StreamNote signed(SealKey key, String origin, Entry last, long size, Instant at) {
		var body = body(origin, last.stream(), last.sequence(), last.hash(), size, at);
		return new StreamNote(origin, last.stream(), last.sequence(), last.hash(), size, at,
				NoteSignature.by(key, body));
	}

	String text() {
		return body() + this.signature.line();
	}

	boolean isSignedBy(VerifierKey key) {
		return this.signature.isBy(key, body());
	}

	/**
	 * @throws IllegalArgumentException when it is no such note
	 */
	static StreamNote parse(String text) {
		return FORM.parse(text);
	}

	private static StreamNote of(MatchResult match) {
		return new StreamNote(match.group(1), match.group(2), Long.parseLong(match.group(3)), match.group(4),
				Long.parseLong(match.group(5)), Instant.parse(match.group(6)),
				NoteSignature.read(match.group(7), match.group(8)));
	}

	private String body() {
		return body(this.origin, this.stream, this.entries, this.last, this.size, this.at);
	}

	private static String body(String origin, String stream, long entries, String last, long size, Instant at) {
		return "%s stream\n%s\n%d\n%s\n%d\ntime %s\n".formatted(origin, stream, entries, last, size, at);
	}

}
