package io.countersign.reading;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The text of a mail in lines, each character knowing where it stands in the original.
 *
 * @param offsets for each character of the text its place in the original; null where
 * they are the same
 */
record Body(String text, int @Nullable [] offsets, List<Line> lines, List<Clue> hidden) {

	/** Behind so many lines all the rest is one. */
	static final int MOST_LINES = 100_000;

	/** A text that is its own original. */
	static Body ofText(String text) {
		var lines = new ArrayList<Line>();
		var start = 0;
		while (start <= text.length()) {
			var end = (lines.size() + 1 < MOST_LINES) ? text.indexOf('\n', start) : -1;
			var stop = (end < 0) ? text.length() : end;
			lines.add(Line.of(text, start, stop, Line.Origin.UNMARKED));
			start = stop + 1;
		}
		return new Body(text, null, lines, List.of());
	}

	Span span(int start, int end) {
		var map = this.offsets;
		if (map == null) {
			return new Span(start, end);
		}
		if (start >= end) {
			var at = (start < this.text.length()) ? map[start] : 0;
			return new Span(at, at);
		}
		return new Span(map[start], Math.max(map[start], map[end - 1] + 1));
	}

	/**
	 * One line.
	 *
	 * @param start the first character that is not a space
	 * @param end behind the last character that is not a space
	 */
	record Line(int start, int end, String words, Origin origin) {

		static Line of(CharSequence text, int from, int to, Origin origin) {
			var start = from;
			var end = to;
			while (start < end && isSpace(text.charAt(start))) {
				start++;
			}
			while (end > start && isSpace(text.charAt(end - 1))) {
				end--;
			}
			return new Line(start, end, text.subSequence(start, end).toString(), origin);
		}

		boolean isBlank() {
			return this.start == this.end;
		}

		private static boolean isSpace(char c) {
			return c <= ' ' || c == '\u00a0' || c == '\u200b' || c == '\ufeff' || Character.isWhitespace(c);
		}

		/** What the structure of the original says about a line. */
		enum Origin {

			UNMARKED, QUOTED, SIGNATURE,
			/** Inside a quote, in a colour of its own. */
			COLOURED

		}

	}

}
