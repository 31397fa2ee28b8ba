package io.countersign.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An answer's text, of which parts are taken as words and words are quoted. */
final class ClauseText {

	private final String text;

	private final Set<String> asked;

	private final Map<Span, Words> split = new HashMap<>();

	ClauseText(String text, Set<String> asked) {
		this.text = text;
		this.asked = asked;
	}

	String text() {
		return this.text;
	}

	Words words(int from, int to) {
		return this.split.computeIfAbsent(new Span(from, to),
				(part) -> Words.of(this.text, part.start(), part.end(), this.asked));
	}

	/** The parts of a sentence between commas and the like. */
	List<Words> pieces(Span sentence) {
		return Sentences.pieces(this.text, sentence)
			.stream()
			.map((piece) -> words(piece.start(), piece.end()))
			.toList();
	}

	Clue clue(Words words, String rule) {
		return new Clue(new Span(words.startOf(0), words.endOf(words.size() - 1)), quote(words), rule);
	}

	String quote(Words words) {
		return this.text.substring(words.startOf(0), closing(words.endOf(words.size() - 1)));
	}

	/** A quotation mark or bracket belongs to the last word. */
	private int closing(int end) {
		return (end < this.text.length() && "\"”)".indexOf(this.text.charAt(end)) >= 0) ? end + 1 : end;
	}

}
