package io.countersign.reading;

import java.util.List;
import java.util.Optional;

import io.countersign.reading.Act.Kind;

/** What a part nobody can explain is most likely to be; never a yes. */
final class Guesses {

	/** Kinds that a few words give away where no phrase covers the rest. */
	private static final List<Kind> GUESSED = List.of(Kind.DELEGATE, Kind.RETURN, Kind.NO, Kind.DEFER);

	private final Books books;

	private final ClauseText text;

	private final Chatter chatter;

	Guesses(Books books, ClauseText text, Chatter chatter) {
		this.books = books;
		this.text = text;
		this.chatter = chatter;
	}

	Act act(Words words) {
		var praise = this.chatter.praise(words);
		if (praise.isPresent()) {
			return praise.get();
		}
		if (words.size() > 1 && this.books.first().isAsking(words)) {
			return Act.guessed(Kind.QUESTION, this.text.clue(words, this.books.first().rule("asking")));
		}
		var handedTo = handover(words);
		if (handedTo.isPresent()) {
			return handedTo.get();
		}
		for (var kind : GUESSED) {
			for (var book : this.books.all()) {
				var sign = book.in(kind.sign(), words);
				if (sign.isPresent()) {
					return Act.guessed(kind, this.text.clue(words, sign.get().rule()));
				}
			}
		}
		return this.chatter.everyday(words).orElseGet(() -> new Act(Kind.UNKNOWN, this.text.clue(words, "unknown")));
	}

	/** Who is to deal with it, as far as a few words give it away. */
	Optional<Act> handover(Words words) {
		return this.books.first()
			.handsTo(words, this.text.quote(words))
			.map((who) -> new Act(Kind.DELEGATE, this.text.clue(words, this.books.first().rule("passing")),
					Optional.of(who), true));
	}

}
