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

	/** Kinds that are also put together of small parts. */
	private static final List<Kind> COMPOSED = List.of(Kind.YES, Kind.WEAK_YES, Kind.NO);

	private final List<Phrasebook> books;

	private final Phrasebook book;

	private final Books likely;

	private final ClauseText text;

	private final Set<String> asked;

	private final Chatter chatter;

	private final Guesses guesses;

	/** Sentences are taken apart in several ways, and their parts come back. */
	private final Map<Words, Optional<Act>> acts = new HashMap<>();

	ClauseReader(List<Phrasebook> books, ClauseText text, Set<String> asked) {
		this.books = books;
		this.book = books.getFirst();
		this.likely = new Books(books);
		this.text = text;
		this.asked = asked;
		this.chatter = new Chatter(this.likely, this.text);
		this.guesses = new Guesses(this.likely, this.text, this.chatter);
	}

	Optional<Act> act(Words words) {
		return this.acts.computeIfAbsent(words, this::read);
	}

	private Optional<Act> read(Words words) {
		var act = covered(words);
		return (act.isEmpty() && words.size() > 1 && this.book.kinds().isJoining(words.at(0)))
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

	private Optional<Act> choice(Words words) {
		return isChoice(words) ? Optional.of(new Act(Kind.YES, clue(words, "choice"))) : Optional.empty();
	}

	/**
	 * What a sentence does that is clear from all of it, before its parts are looked at.
	 */
	Optional<Act> first(Words words) {
		for (var book : this.books) {
			for (var kind : FIRST) {
				var phrase = book.whole(kind.first(), words);
				if (phrase.isPresent()) {
					return Optional
						.of(new Act(kind, clue(words, phrase.get().rule()), about(kind, phrase.get(), words)));
				}
			}
		}
		return Optional.empty();
	}

	/** A faint yes of another language is likely to be something else in this one. */
	private boolean mayBe(Act act, Phrasebook book) {
		return !act.is(Kind.WEAK_YES) || this.likely.isLikely(book);
	}

	private Optional<Act> covered(Phrasebook book, Words words) {
		for (var kind : TRIED) {
			var phrase = (kind == Kind.WEAK_YES) ? book.whole("yes plain", words).or(() -> book.whole(kind, words))
					: book.whole(kind, words);
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
			var phrase = book.whole((kind == Kind.COURTESY) ? "courtesy" : kind.question(), words);
			if (phrase.isPresent()) {
				return Optional.of(new Act(kind, clue(words, phrase.get().rule()), about(kind, phrase.get(), words)));
			}
		}
		return Optional.empty();
	}

	/** What a part nobody can explain is most likely to be; never a yes. */
	Act guess(Words words) {
		return this.guesses.act(words);
	}

	/** Who is to deal with it, as far as a few words give it away. */
	Optional<Act> handover(Words words) {
		return this.guesses.handover(words);
	}

	/** Praise or small talk, which may be joined to something else by an "and". */
	Optional<Act> beside(Words words) {
		return this.chatter.praise(words).or(() -> this.chatter.everyday(words));
	}

	/** One of the offered answers, and nothing else. */
	private boolean isChoice(Words words) {
		return words.isAllAsked() && this.asked.stream().anyMatch(this::isOffering)
				&& this.books.stream().noneMatch((book) -> turns(book, words));
	}

	private boolean isOffering(String word) {
		return this.books.stream().anyMatch((book) -> book.kinds().isOffering(word));
	}

	private static boolean turns(Phrasebook book, Words words) {
		for (var i = 0; i < words.size(); i++) {
			if (book.kinds().isTurning(words.at(i)) || book.kinds().isDenying(words.at(i))
					|| book.kinds().isOffering(words.at(i))) {
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
		return this.text.clue(words, rule);
	}

	String quote(Words words) {
		return this.text.quote(words);
	}

	Words words(int from, int to) {
		return this.text.words(from, to);
	}

	boolean isYes(Words words) {
		return act(words).filter((act) -> act.is(Kind.YES) || act.is(Kind.WEAK_YES)).isPresent();
	}

}
