package io.countersign.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.countersign.reading.Act.Kind;

/**
 * What no phrase covers, beside a clear yes: where it most likely leaves the yes as it
 * is, it is a remark. One part that may be anything else, and nothing is taken for a
 * remark.
 */
final class Remarks {

	/** Below it, the author is asked. */
	static final double SURE = 0.85;

	/** Whoever says more that no phrase covers may mean something else. */
	private static final int MOST = 6;

	/** A verb behind "then" says what follows. */
	private static final Set<String> FOLLOWING = Set.of("BE", "MODAL");

	private final LinearModel model;

	private final Books books;

	private final ClauseText text;

	Remarks(LinearModel model, Books books, ClauseText text) {
		this.model = model;
		this.books = books;
		this.text = text;
	}

	/** The acts, with remarks in place of what no phrase covers; or as they were. */
	List<Act> in(List<Act> acts, List<Span> sentences) {
		if (!acts.stream().allMatch((act) -> isBeside(act) || isOpen(act))) {
			return acts;
		}
		if (Weighing.has(acts, Kind.YES)) {
			return withRemarks(acts, sentences);
		}
		return acts.stream().anyMatch(Remarks::isOpen) && acts.stream().noneMatch(Remarks::isOfSomethingElse)
				? besideAPlainYes(acts, sentences) : acts;
	}

	/** "Yes." as a sentence of its own is clear. */
	private List<Act> besideAPlainYes(List<Act> acts, List<Span> sentences) {
		var plain = sentences.stream().flatMap((sentence) -> plainYes(within(acts, sentence)).stream()).toList();
		var read = plain.isEmpty() ? acts : withRemarks(acts, sentences);
		return (read != acts)
				? read.stream().map((act) -> plain.contains(act) ? new Act(Kind.YES, act.clue()) : act).toList() : acts;
	}

	private static List<Act> plainYes(List<Act> sentence) {
		var said = sentence.stream().filter((act) -> !act.is(Kind.COURTESY)).toList();
		return said.stream().allMatch((act) -> act.isOf("yes plain")) ? said : List.of();
	}

	/** "Yes. Received." says yes to having received it. */
	private static boolean isOfSomethingElse(Act act) {
		return act.is(Kind.RECEIPT) || act.is(Kind.REMARK);
	}

	private List<Act> withRemarks(List<Act> acts, List<Span> sentences) {
		var read = new ArrayList<Act>();
		var judged = 0;
		for (var sentence : sentences) {
			for (var part : parts(within(acts, sentence))) {
				var isOpen = part.stream().anyMatch(Remarks::isOpen);
				judged += isOpen ? 1 : 0;
				if (isOpen && !isRemark(part)) {
					return acts;
				}
				read.addAll(isOpen ? List.of(remark(part)) : part);
			}
		}
		return (judged <= MOST) ? read : acts;
	}

	static List<Act> within(List<Act> acts, Span sentence) {
		return acts.stream()
			.filter((act) -> sentence.start() <= act.clue().span().start()
					&& act.clue().span().start() < sentence.end())
			.toList();
	}

	/**
	 * What is judged together: a sentence, or beside a yes of the same sentence the acts
	 * that stand in a row.
	 */
	private static List<List<Act>> parts(List<Act> sentence) {
		if (sentence.stream().noneMatch(Remarks::isYes)) {
			return sentence.isEmpty() ? List.of() : List.of(sentence);
		}
		var parts = new ArrayList<List<Act>>();
		for (var act : sentence) {
			if (parts.isEmpty() || !isOpen(act) || !isOpen(parts.getLast().getLast())) {
				parts.add(new ArrayList<>());
			}
			parts.getLast().add(act);
		}
		return parts;
	}

	private boolean isRemark(List<Act> part) {
		return isRemark(words(part));
	}

	boolean isRemark(Words words) {
		return words.size() < Words.MOST && !IntStream.range(0, words.size()).allMatch((at) -> isSign(words, at))
				&& !saysOfIt(words) && this.model.likelihood(RemarkFeatures.of(words, this.books.glossary())) >= SURE;
	}

	/** It may mean anything, also that the yes beside it is none. */
	static boolean isSign(Words words, int at) {
		return !Character.isLetterOrDigit(words.at(at).codePointAt(0));
	}

	/** A number beside what was asked may be a limit, and a change may be wanted. */
	boolean saysOfIt(Words words) {
		for (var i = 0; i < words.size(); i++) {
			var word = words.at(i);
			if ((Character.isDigit(word.charAt(0)) && !words.isAsked(i))
					|| (this.books.anyLikely((book) -> book.kinds().isDated(word)) && !words.isAsked(i))
					|| this.books.anyLikely((book) -> book.kinds().isAltering(word)) || isThen(words, i)) {
				return true;
			}
		}
		return false;
	}

	/** "Move it to room 12, then it is fine": what stands before it is wanted first. */
	private boolean isThen(Words words, int at) {
		return at > 0 && at + 1 < words.size() && this.books.first().kinds().isThen(words.at(at))
				&& this.books.glossary()
					.of(words.part(at + 1, words.size()))
					.getFirst()
					.gloss()
					.filter((next) -> FOLLOWING.contains(next.kind()))
					.isPresent();
	}

	private Act remark(List<Act> part) {
		return new Act(Kind.REMARK, this.text.clue(words(part), "remark"));
	}

	private Words words(List<Act> part) {
		return this.text.words(part.getFirst().clue().span().start(), part.getLast().clue().span().end());
	}

	static boolean isBeside(Act act) {
		return Weighing.isBesideAYes(act) && !act.isGuessed();
	}

	/** Nothing is known of it, or only what a few words give away. */
	static boolean isOpen(Act act) {
		return act.isOf("unknown") || (act.isGuessed() && !act.is(Kind.DELEGATE));
	}

	private static boolean isYes(Act act) {
		return act.is(Kind.YES) || act.is(Kind.WEAK_YES);
	}

}
