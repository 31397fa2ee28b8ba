package io.countersign.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** A sentence of a mail, or its subject. */
final class Statement {

	static final int SUBJECT = -1;

	/** What stands behind so many sentences asks nothing of anybody. */
	private static final int MOST = 300;

	private final String text;

	private final Span span;

	private final Words words;

	private final int index;

	/** Each language asks for them more than once. */
	private @Nullable List<Words> pieces;

	private Statement(String text, Span span, Words words, int index) {
		this.text = text;
		this.span = span;
		this.words = words;
		this.index = index;
	}

	static Statement ofSubject(String subject) {
		var part = subject.substring(0, Math.min(300, subject.length()));
		return new Statement(part, new Span(0, part.length()), Words.of(part), SUBJECT);
	}

	/** A sentence with more words than a phrase is matched against is read in parts. */
	static List<Statement> of(String text) {
		var found = new ArrayList<Statement>();
		for (var span : new Sentences().of(text)) {
			var from = span.start();
			while (from < span.end() && found.size() < MOST) {
				var words = Words.of(text, from, span.end(), Set.of());
				var full = words.size() == Words.MOST;
				var end = full ? words.endOf(words.size() - 1) : span.end();
				if (!words.isEmpty()) {
					found.add(new Statement(text, new Span(from, end), words, found.size()));
				}
				from = end;
			}
		}
		return found;
	}

	String text() {
		return this.text;
	}

	Span span() {
		return this.span;
	}

	Words words() {
		return this.words;
	}

	/** Its place, the subject before the first. */
	int index() {
		return this.index;
	}

	boolean isSubject() {
		return this.index == SUBJECT;
	}

	boolean isQuestion() {
		return !this.words.isEmpty() && this.words.at(this.words.size() - 1).equals("?");
	}

	String quote() {
		return this.text.substring(this.span.start(), this.span.end());
	}

	Clue clue(String rule) {
		return new Clue(this.span, quote(), isSubject() ? rule + "/subject" : rule);
	}

	/** The parts between commas, in order. */
	List<Words> pieces() {
		var known = this.pieces;
		if (known == null) {
			known = split();
			this.pieces = known;
		}
		return known;
	}

	private List<Words> split() {
		return Sentences.pieces(this.text, this.span)
			.stream()
			.map((piece) -> Words.of(this.text, piece.start(), piece.end(), Set.of()))
			.filter((piece) -> !piece.isEmpty())
			.toList();
	}

}
