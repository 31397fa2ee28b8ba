package io.countersign.web;

import java.util.ArrayList;
import java.util.List;

/**
 * A text as lines that can be compared. Long paragraphs count by sentences, so that a
 * word more in the first does not change all that follow.
 */
final class Lines {

	private static final int LONG = 300;

	private static final int LONGEST = 2_000;

	private Lines() {
	}

	static List<String> of(String text) {
		var lines = new ArrayList<String>();
		for (var line : (Iterable<String>) text.lines()::iterator) {
			var written = line.stripTrailing();
			if (written.isBlank()) {
				if (!lines.isEmpty() && !lines.getLast().isEmpty()) {
					lines.add("");
				}
			}
			else {
				sentences(written, lines);
			}
		}
		return lines;
	}

	private static void sentences(String line, List<String> lines) {
		var from = 0;
		while (line.length() - from > LONG) {
			var end = end(line, from);
			lines.add(line.substring(from, end).strip());
			from = end;
		}
		if (from < line.length()) {
			lines.add(line.substring(from).stripTrailing());
		}
	}

	private static int end(String line, int from) {
		var last = Math.min(line.length(), from + LONGEST);
		for (var at = from + 1; at < last; at++) {
			if (line.charAt(at) == ' ' && ".?!:;".indexOf(line.charAt(at - 1)) >= 0) {
				return at + 1;
			}
		}
		return Character.isHighSurrogate(line.charAt(last - 1)) ? last - 1 : last;
	}

}
