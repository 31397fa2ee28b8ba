package io.countersign.reading;

import java.util.List;

/**
 * An answer taken apart.
 *
 * @param text without its courtesies
 * @param sentences where they stand in it
 * @param acts what phrases found in it
 */
record AnswerParts(String text, List<Span> sentences, ClauseText clauses, List<Act> acts, Books books, Asked asked) {

	static AnswerParts of(String text, Books books, Asked asked) {
		var sentences = new Sentences().of(text);
		var clauses = new ClauseText(text, asked.stems());
		return new AnswerParts(text, sentences, clauses,
				new ActReader(books.all(), clauses, asked.stems()).read(sentences), books, asked);
	}

	Words words() {
		return this.clauses.words(0, this.text.length());
	}

	Words words(Span sentence) {
		return this.clauses.words(sentence.start(), sentence.end());
	}

}
