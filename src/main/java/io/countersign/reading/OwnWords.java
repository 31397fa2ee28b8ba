package io.countersign.reading;

import java.util.List;

/**
 * What the author newly wrote: without quoted history, greeting card of a signature,
 * footers and banners.
 *
 * @param text the words, with the line breaks of the original
 * @param spans where they stand in the original, in order
 * @param answers what was written between the lines of a quote
 * @param hidden text that a reader of the mail cannot see; never part of {@code text}
 */
public record OwnWords(String text, List<Span> spans, List<Answer> answers, List<Clue> hidden) {

	public OwnWords {
		spans = List.copyOf(spans);
		answers = List.copyOf(answers);
		hidden = List.copyOf(hidden);
	}

	public boolean isEmpty() {
		return this.text.isBlank();
	}

	/**
	 * Words below a quoted line.
	 *
	 * @param question the quoted words they stand below
	 */
	public record Answer(String question, String text, Span span) {
	}

}
