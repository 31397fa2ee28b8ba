package io.countersign.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.countersign.reading.Act.Kind;

/** Takes sentences apart into clauses, and says of each what it does. */
final class ActReader {

	private static final int MOST_SENTENCES = 100;

	/** The author's language first: a Dane may well write "approved". */
	private final List<Phrasebook> books;

	private final Phrasebook book;

	private final String text;

	private final Set<String> asked;

	private final ClauseReader clauses;

	private final List<Act> acts = new ArrayList<>();

	ActReader(List<Phrasebook> books, String text, Set<String> asked) {
		this.books = books;
		this.book = books.getFirst();
		this.text = text;
		this.asked = asked;
		this.clauses = new ClauseReader(books, text, asked);
	}

	/** So long an answer is not read to its end, and so it is never a yes. */
	List<Act> read(List<Span> sentences) {
		sentences.stream().limit(MOST_SENTENCES).forEach(this::read);
		if (sentences.size() > MOST_SENTENCES) {
			add(Kind.UNKNOWN, sentences.get(MOST_SENTENCES), "long");
		}
		return this.acts;
	}

	private void read(Span sentence) {
		var words = this.clauses.words(sentence.start(), sentence.end());
		if (words.isEmpty()) {
			return;
		}
		if (isQuestion(sentence)) {
			question(sentence, words);
			return;
		}
		if (words.size() == Words.MOST) {
			add(Kind.UNKNOWN, sentence, "long");
			return;
		}
		if (!this.clauses.isYes(words) && (yesWithCondition(sentence, words) || thenYes(words))) {
			return;
		}
		if (!addWhole(words) && !condition(sentence, words)) {
			pieces(sentence);
		}
	}

	private boolean isQuestion(Span sentence) {
		return this.text.substring(sentence.start(), sentence.end()).replaceAll("[\\s)\"'”]+$", "").endsWith("?");
	}

	private void question(Span sentence, Words words) {
		var real = words.part(0, words.size() - 1);
		var isCourtesy = this.books.stream().anyMatch((book) -> book.whole("courtesy", real).isPresent());
		add(isCourtesy ? Kind.COURTESY : Kind.QUESTION, sentence, "question");
	}

	private boolean addWhole(Words words) {
		var act = this.clauses.act(words);
		act.ifPresent(this.acts::add);
		return act.isPresent();
	}

	/** "Yes, if …", "yes, but …", "if …, yes", "do …, then yes". */
	private boolean condition(Span sentence, Words words) {
		for (var at = 0; at < words.size(); at++) {
			var tail = words.part(at, words.size());
			var opener = this.book.start("condition", tail);
			if (opener.isPresent()) {
				return (at == 0) ? leadingCondition(words, opener.get())
						: trailingCondition(sentence, words, at, opener.get());
			}
		}
		return false;
	}

	/** "Approved with one change: the date must be the 5th." */
	private boolean yesWithCondition(Span sentence, Words words) {
		for (var at = 1; at < words.size(); at++) {
			var opener = this.book.start("condition", words.part(at, words.size()));
			if (opener.isPresent()) {
				return head(sentence, words, at).stream().anyMatch((act) -> act.is(Kind.YES) || act.is(Kind.WEAK_YES))
						&& trailingCondition(sentence, words, at, opener.get());
			}
		}
		return false;
	}

	/** What stands in front of a condition; there a mere choice or promise will do. */
	private List<Act> head(Span sentence, Words words, int at) {
		var front = words.part(0, at);
		if ((front.isAllAsked() && this.clauses.act(front).isEmpty())
				|| this.books.stream().anyMatch((book) -> book.whole("head", front).isPresent())) {
			return List.of(new Act(Kind.YES, this.clauses.clue(front, "head")));
		}
		var head = new ActReader(this.books, this.text, this.asked);
		head.pieces(new Span(sentence.start(), words.startOf(at)));
		return head.acts;
	}

	private boolean trailingCondition(Span sentence, Words words, int at, Phrase opener) {
		this.acts.addAll(head(sentence, words, at));
		addCondition(words.part(at, words.size()), opener);
		return true;
	}

	/** Behind a yes everything that takes from it is a condition. */
	private void addCondition(Words words, Phrase opener) {
		var contrast = this.book.start("contrast", words);
		var from = contrast.map((phrase) -> phrase.lengthAtStart(words))
			.filter((length) -> length < words.size())
			.orElse(0);
		var after = words.part(from, words.size());
		var act = (from > 0) ? this.clauses.act(after) : Optional.<Act>empty();
		if (act.isPresent() && !takesFromAYes(act.get())) {
			this.acts.add(act.get());
			return;
		}
		this.acts.add(new Act(Kind.CONDITION, this.clauses.clue(after, opener.rule()),
				Optional.of(this.clauses.quote(after))));
	}

	private boolean takesFromAYes(Act act) {
		var strong = this.acts.stream().anyMatch((yes) -> yes.is(Kind.YES));
		var weak = this.acts.stream().anyMatch((yes) -> yes.is(Kind.WEAK_YES));
		return switch (act.kind()) {
			case NO -> strong;
			case CHANGE -> true;
			case RETURN, DEFER -> strong || weak;
			default -> false;
		};
	}

	private boolean leadingCondition(Words words, Phrase opener) {
		var start = consequence(words);
		if (start <= 0) {
			addCondition(words, opener);
			return true;
		}
		addConsequence(words, start, opener.rule());
		return true;
	}

	/** "Do this, then yes": unless what stands in front is a yes itself. */
	private boolean thenYes(Words words) {
		var start = startOf("then yes", words);
		if (start <= 0 || !this.book.isJoining(words.at(start)) || saysMore(words.part(0, start))) {
			return false;
		}
		addConsequence(words, start, "then yes");
		return true;
	}

	private boolean saysMore(Words front) {
		return this.clauses.act(front)
			.filter((act) -> !act.is(Kind.CHANGE) && !act.is(Kind.PARTIAL) && !act.is(Kind.RETURN))
			.isPresent();
	}

	private void addConsequence(Words words, int start, String rule) {
		var condition = words.part(0, start);
		this.acts.add(new Act(Kind.CONDITION, this.clauses.clue(condition, rule),
				Optional.of(this.clauses.quote(condition))));
		var rest = words.part(start, words.size());
		this.acts.add(new Act(Kind.YES, this.clauses.clue(rest, rule)));
	}

	private int consequence(Words words) {
		var then = startOf("then yes", words);
		return (then > 0) ? then : startOf("yes", words);
	}

	private int startOf(String section, Words words) {
		var earliest = -1;
		for (var phrase : this.book.section(section)) {
			var start = phrase.startAtEnd(words);
			if (start > 0 && (earliest < 0 || start < earliest)) {
				earliest = start;
			}
		}
		return earliest;
	}

	/** The longest runs of pieces that a phrase covers. */
	private void pieces(Span sentence) {
		var pieces = Sentences.pieces(this.text, sentence);
		for (var i = 0; i < pieces.size(); i++) {
			i = longest(pieces, i);
		}
	}

	private int longest(List<Span> pieces, int from) {
		for (var to = Math.min(pieces.size(), from + 6) - 1; to >= from; to--) {
			var words = this.clauses.words(pieces.get(from).start(), pieces.get(to).end());
			if (words.isEmpty() || addWhole(words)) {
				return to;
			}
		}
		var piece = pieces.get(from);
		joined(piece, this.clauses.words(piece.start(), piece.end()));
		return from;
	}

	/** "Fine and send it": two acts in one piece. */
	private void joined(Span piece, Words words) {
		for (var at = 1; at < words.size(); at++) {
			var left = this.clauses.act(words.part(0, at));
			var skip = this.book.isJoining(words.at(at)) ? 1 : 0;
			if (left.isPresent() && at + skip < words.size()) {
				var right = this.clauses.act(words.part(at + skip, words.size()));
				if (right.isPresent()) {
					this.acts.add(left.get());
					this.acts.add(right.get());
					return;
				}
			}
		}
		this.acts.add(this.clauses.guess(words));
	}

	private void add(Kind kind, Span span, String rule) {
		this.acts.add(new Act(kind, new Clue(span, this.text.substring(span.start(), span.end()), rule)));
	}

}
