package io.countersign.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.countersign.reading.Act.Kind;

/**
 * Says of a clause what it does. One that no phrase of any language covers stays unknown;
 * nothing is guessed from single words but what is no yes.
 */
final class ClauseReader {

	private static final List<Kind> TRIED = List.of(Kind.RETURN, Kind.DEFER, Kind.NO, Kind.YES, Kind.WEAK_YES,
			Kind.RECEIPT, Kind.COURTESY, Kind.ASIDE, Kind.EASE, Kind.REPORTED, Kind.DELEGATE, Kind.REMARK, Kind.PARTIAL,
			Kind.CHANGE);

	/** Kinds of which some phrases say all there is, whatever parts of them would say. */
	private static final List<Kind> FIRST = List.of(Kind.DELEGATE, Kind.DEFER, Kind.YES);

	/** What one of these is said in praises nothing. */
	private static final List<String> UNSETTLING = List.of("condition", "contrast", "reserving", "change", "reported",
			"sign no", "sign defer", "sign return", "sign delegate");

	/** Kinds that are also put together of small parts. */
	private static final List<Kind> COMPOSED = List.of(Kind.YES, Kind.WEAK_YES, Kind.NO);

	/** Kinds that a few words give away where no phrase covers the rest. */
	private static final List<Kind> GUESSED = List.of(Kind.DELEGATE, Kind.RETURN, Kind.NO, Kind.DEFER);

	/** The author's language first: a Dane may well write "approved". */
	private final List<Phrasebook> books;

	private final Phrasebook book;

	private final String text;

	private final Body body;

	private final Set<String> asked;

	private final Map<Span, Words> split = new HashMap<>();

	/** Sentences are taken apart in several ways, and their parts come back. */
	private final Map<Words, Optional<Act>> acts = new HashMap<>();

	ClauseReader(List<Phrasebook> books, String text, Set<String> asked) {
		this.books = books;
		this.book = books.getFirst();
		this.text = text;
		this.asked = asked;
		this.body = Body.ofText(text);
	}

	Optional<Act> act(Words words) {
		return this.acts.computeIfAbsent(words, this::read);
	}

	private Optional<Act> read(Words words) {
		var act = covered(words);
		return (act.isEmpty() && words.size() > 1 && this.book.isJoining(words.at(0)))
				? covered(words.part(1, words.size())) : act;
	}

	private Optional<Act> covered(Words words) {
		for (var book : this.books) {
			var act = covered(book, words).filter((found) -> mayBe(found, book));
			if (act.isPresent()) {
				return act;
			}
		}
		return choice(words);
	}

	private boolean mayStandEverywhere(Words words) {
		return this.books.stream().allMatch((book) -> !isLikely(book) || mayStand(book, words));
	}

	private Optional<Act> choice(Words words) {
		return isChoice(words) ? Optional.of(new Act(Kind.YES, clue(words, "choice"))) : Optional.empty();
	}

	/**
	 * What a sentence does that is clear from all of it, before its parts are looked at.
	 */
	Optional<Act> first(Words words) {
		for (var book : this.books) {
			for (var kind : FIRST) {
				var phrase = book.whole(kind.section() + " first", words);
				if (phrase.isPresent()) {
					return Optional
						.of(new Act(kind, clue(words, phrase.get().rule()), about(kind, phrase.get(), words)));
				}
			}
		}
		return Optional.empty();
	}

	/**
	 * Praise in fixed words, or in any words that ask for nothing and take nothing back.
	 */
	Optional<Act> praise(Words words) {
		return fixedPraise(words).or(() -> freePraise(words));
	}

	private Optional<Act> freePraise(Words words) {
		return denies(words) ? Optional.empty()
				: this.books.stream()
					.filter((book) -> isLikely(book) && book.praises(words) && mayStand(book, words))
					.map((book) -> new Act(Kind.REMARK, clue(words, book.rule("praising"))))
					.findFirst();
	}

	private static boolean mayStand(Phrasebook book, Words words) {
		return UNSETTLING.stream().noneMatch((section) -> book.in(section, words).isPresent());
	}

	private Optional<Act> fixedPraise(Words words) {
		return this.books.stream()
			.filter((book) -> book.composes("core courtesy", words))
			.map((book) -> new Act(Kind.REMARK, clue(words, book.rule("core courtesy"))))
			.findFirst();
	}

	/** A faint yes of another language is likely to be something else in this one. */
	private boolean mayBe(Act act, Phrasebook book) {
		return !act.is(Kind.WEAK_YES) || isLikely(book);
	}

	private boolean isLikely(Phrasebook book) {
		return this.books.indexOf(book) < 2 || this.book.isNeighbour(book);
	}

	private Optional<Act> covered(Phrasebook book, Words words) {
		for (var kind : TRIED) {
			var phrase = (kind == Kind.WEAK_YES)
					? book.whole("yes plain", words).or(() -> book.whole(kind.section(), words))
					: book.whole(kind.section(), words);
			if (phrase.isPresent()) {
				return Optional.of(new Act(orYet(book, kind, words), clue(words, phrase.get().rule()),
						about(kind, phrase.get(), words)));
			}
		}
		return COMPOSED.stream()
			.filter((kind) -> book.composes(kind.core(), words) && (kind == Kind.NO || !isReserved(words)))
			.map((kind) -> new Act(orYet(book, kind, words), clue(words, book.rule(kind.core()))))
			.findFirst();
	}

	/** "Approved as a draft": what small parts make up is no plain yes then. */
	private boolean isReserved(Words words) {
		return this.books.stream().anyMatch((book) -> book.in("reserving", words).isPresent());
	}

	/** "I cannot approve this yet" puts it off. */
	private static Kind orYet(Phrasebook book, Kind kind, Words words) {
		return (kind == Kind.NO && book.in("yet", words).isPresent()) ? Kind.DEFER : kind;
	}

	/** What a question does beside asking. */
	Optional<Act> question(Kind kind, Words words) {
		for (var book : this.books) {
			var phrase = book.whole((kind == Kind.COURTESY) ? "courtesy" : kind.section() + " question", words);
			if (phrase.isPresent()) {
				return Optional.of(new Act(kind, clue(words, phrase.get().rule()), about(kind, phrase.get(), words)));
			}
		}
		return Optional.empty();
	}

	/** What a part nobody can explain is most likely to be; never a yes. */
	Act guess(Words words) {
		var praise = praise(words);
		if (praise.isPresent()) {
			return praise.get();
		}
		if (words.size() > 1 && this.book.isAsking(words)) {
			return Act.guessed(Kind.QUESTION, clue(words, this.book.rule("asking")));
		}
		var handedTo = handover(words);
		if (handedTo.isPresent()) {
			return handedTo.get();
		}
		for (var kind : GUESSED) {
			for (var book : this.books) {
				var sign = book.in("sign " + kind.section(), words);
				if (sign.isPresent()) {
					return Act.guessed(kind, clue(words, sign.get().rule()));
				}
			}
		}
		return chat(words).orElseGet(() -> new Act(Kind.UNKNOWN, clue(words, "unknown")));
	}

	/** Who is to deal with it, as far as a few words give it away. */
	Optional<Act> handover(Words words) {
		return this.book.handsTo(words, quote(words))
			.map((who) -> new Act(Kind.DELEGATE, clue(words, this.book.rule("passing")), Optional.of(who), true));
	}

	/** What happened, told in everyday words; what gives a verdict away is none. */
	private Optional<Act> chat(Words words) {
		return this.books.stream()
			.filter((book) -> isLikely(book) && book.chats(words) && mayStandEverywhere(words))
			.map((book) -> new Act(Kind.REMARK, clue(words, book.rule("everyday"))))
			.findFirst();
	}

	/** Praise or small talk, which may be joined to something else by an "and". */
	Optional<Act> beside(Words words) {
		return praise(words).or(() -> chat(words));
	}

	/** One of the offered answers, and nothing else. */
	private boolean isChoice(Words words) {
		return words.isAllAsked() && this.asked.stream().anyMatch(this::isOffering)
				&& this.books.stream().noneMatch((book) -> turns(book, words));
	}

	private boolean denies(Words words) {
		for (var i = 0; i < words.size(); i++) {
			var word = words.at(i);
			if (this.books.stream().anyMatch((book) -> book.isDenying(word))) {
				return true;
			}
		}
		return false;
	}

	private boolean isOffering(String word) {
		return this.books.stream().anyMatch((book) -> book.isOffering(word));
	}

	private static boolean turns(Phrasebook book, Words words) {
		for (var i = 0; i < words.size(); i++) {
			if (book.isTurning(words.at(i)) || book.isDenying(words.at(i)) || book.isOffering(words.at(i))) {
				return true;
			}
		}
		return false;
	}

	private Optional<String> about(Kind kind, Phrase phrase, Words words) {
		return switch (kind) {
			case DELEGATE -> phrase.named("who", words).map(this::quote);
			case CHANGE -> Optional.of(quote(words));
			case PARTIAL -> Optional.of(quote(refused(words)));
			default -> Optional.empty();
		};
	}

	/** Of "chairs yes, tables no" what is refused, where that is a part of its own. */
	private Words refused(Words words) {
		for (var at = words.size() - 1; at > 0; at--) {
			if (words.isBehindCut(at)) {
				var last = words.part(at, words.size());
				return this.books.stream().anyMatch((book) -> book.in("refused", last).isPresent()) ? last : words;
			}
		}
		return words;
	}

	Clue clue(Words words, String rule) {
		var span = this.body.span(words.startOf(0), words.endOf(words.size() - 1));
		return new Clue(span, quote(words), rule);
	}

	String quote(Words words) {
		return this.text.substring(words.startOf(0), closing(words.endOf(words.size() - 1)));
	}

	/** A quotation mark or bracket belongs to the last word. */
	private int closing(int end) {
		return (end < this.text.length() && "\"”)".indexOf(this.text.charAt(end)) >= 0) ? end + 1 : end;
	}

	Words words(int from, int to) {
		return this.split.computeIfAbsent(new Span(from, to),
				(part) -> Words.of(this.text, part.start(), part.end(), this.asked));
	}

	boolean isYes(Words words) {
		return act(words).filter((act) -> act.is(Kind.YES) || act.is(Kind.WEAK_YES)).isPresent();
	}

}
