package io.countersign.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.countersign.reading.Act.Kind;

/** Tells a sentence with a condition apart into the yes and what it depends on. */
final class Conditions {

	/** What asks for nothing first. */
	private static final Set<Kind> MORE_THAN_A_CONDITION = Set.of(Kind.YES, Kind.WEAK_YES, Kind.COURTESY, Kind.REMARK,
			Kind.RECEIPT, Kind.ASIDE, Kind.EASE);

	private final List<Phrasebook> books;

	private final Phrasebook book;

	private final ClauseReader clauses;

	private final List<Act> acts;

	private final Function<Span, List<Act>> fronts;

	/**
	 * @param acts what the answer does, to which is added
	 * @param fronts reads what stands in front of a condition
	 */
	Conditions(List<Phrasebook> books, ClauseReader clauses, List<Act> acts, Function<Span, List<Act>> fronts) {
		this.books = books;
		this.book = books.getFirst();
		this.clauses = clauses;
		this.acts = acts;
		this.fronts = fronts;
	}

	/** "Yes, if …", "yes, but …", "if …, yes", "do …, then yes". */
	boolean read(Span sentence, Words words) {
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

	/** Where a sentence begins with a yes, or ends with one. */
	boolean readBehindAYes(Span sentence, Words words) {
		return yesWithCondition(sentence, words) || thenYes(words);
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
		return this.fronts.apply(new Span(sentence.start(), words.startOf(at)));
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
		var behind = (from > 0) ? acts(after) : List.<Act>of();
		if (!behind.isEmpty() && behind.stream().noneMatch(this::takesFromAYes)) {
			this.acts.addAll(behind);
			return;
		}
		var isBare = from > 0 && behind.isEmpty() && this.book.lengthAtStart("condition", words) <= from
				&& this.books.stream().noneMatch((book) -> book.start("condition", after).isPresent());
		var rule = isBare ? this.book.rule("contrast") : opener.rule();
		this.acts.add(new Act(Kind.CONDITION, this.clauses.clue(after, rule), Optional.of(this.clauses.quote(after))));
	}

	/** What the words do, none where a part of them is not understood. */
	private List<Act> acts(Words words) {
		var whole = this.clauses.act(words);
		if (whole.isPresent()) {
			return List.of(whole.get());
		}
		var parts = this.fronts.apply(new Span(words.startOf(0), words.endOf(words.size() - 1)));
		return parts.stream().allMatch((act) -> !act.isGuessed() && MORE_THAN_A_CONDITION.contains(act.kind())) ? parts
				: List.of();
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
		var start = this.book.startAtEnd("then yes", words);
		if (start <= 0 || !this.book.kinds().isJoining(words.at(start)) || saysMore(words.part(0, start))) {
			return false;
		}
		addConsequence(words, start, "then yes");
		return true;
	}

	private boolean saysMore(Words front) {
		var acts = acts(front);
		return !acts.isEmpty()
				&& acts.stream().noneMatch((act) -> act.is(Kind.CHANGE) || act.is(Kind.PARTIAL) || act.is(Kind.RETURN));
	}

	private void addConsequence(Words words, int start, String rule) {
		var condition = words.part(0, start);
		this.acts.add(new Act(Kind.CONDITION, this.clauses.clue(condition, rule),
				Optional.of(this.clauses.quote(condition))));
		var rest = words.part(start, words.size());
		this.acts.add(new Act(Kind.YES, this.clauses.clue(rest, rule)));
	}

	private int consequence(Words words) {
		var then = this.book.startAtEnd("then yes", words);
		return (then > 0) ? then : this.book.startAtEnd("yes", words);
	}

}
