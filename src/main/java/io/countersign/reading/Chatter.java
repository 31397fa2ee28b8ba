package io.countersign.reading;

import java.util.List;
import java.util.Optional;

import io.countersign.reading.Act.Kind;

/**
 * Praise and everyday talk in an answer, in fixed words or in words that decide nothing.
 */
final class Chatter {

	/** What one of these is said in praises nothing. */
	private static final List<String> UNSETTLING = List.of("condition", "contrast", "reserving", "change", "reported",
			"sign no", "sign defer", "sign return", "sign delegate");

	private final Books books;

	private final ClauseText text;

	Chatter(Books books, ClauseText text) {
		this.books = books;
		this.text = text;
	}

	/**
	 * Praise in fixed words, or in any words that ask for nothing and take nothing back.
	 */
	Optional<Act> praise(Words words) {
		return fixedPraise(words).or(() -> freePraise(words));
	}

	private Optional<Act> fixedPraise(Words words) {
		return this.books.all()
			.stream()
			.filter((book) -> book.composes("core courtesy", words))
			.map((book) -> remark(words, book.rule("core courtesy")))
			.findFirst();
	}

	private Optional<Act> freePraise(Words words) {
		return denies(words) ? Optional.empty()
				: this.books.likely()
					.filter((book) -> book.praises(words) && mayStand(book, words))
					.map((book) -> remark(words, book.rule("praising")))
					.findFirst();
	}

	private boolean denies(Words words) {
		for (var i = 0; i < words.size(); i++) {
			var word = words.at(i);
			if (this.books.any((book) -> book.kinds().isDenying(word))) {
				return true;
			}
		}
		return false;
	}

	/** What happened, told in everyday words; what gives a verdict away is none. */
	Optional<Act> everyday(Words words) {
		return this.books.likely()
			.filter((book) -> book.chats(words) && mayStandEverywhere(words))
			.map((book) -> remark(words, book.rule("everyday")))
			.findFirst();
	}

	private boolean mayStandEverywhere(Words words) {
		return this.books.likely().allMatch((book) -> mayStand(book, words));
	}

	private static boolean mayStand(Phrasebook book, Words words) {
		return UNSETTLING.stream().noneMatch((section) -> book.in(section, words).isPresent());
	}

	private Act remark(Words words, String rule) {
		return new Act(Kind.REMARK, this.text.clue(words, rule));
	}

}
