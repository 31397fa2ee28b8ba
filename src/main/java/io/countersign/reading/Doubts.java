package io.countersign.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.countersign.reading.Act.Kind;
import io.countersign.reading.VerdictReading.Label;

/** What speaks against an approval though every part of it is accounted for. */
final class Doubts {

	/** Each of them opens, or closes what another has opened. */
	private static final String QUOTATION = "\"“”„«»";

	/** "Right..." */
	private static final List<String> TRAILING = List.of("..", "\u2026");

	private final List<Phrasebook> books;

	private final Asked asked;

	/** An answer is looked through for several of them. */
	private final Map<String, List<Words>> sentences = new HashMap<>();

	Doubts(List<Phrasebook> books, Asked asked) {
		this.books = books;
		this.asked = asked;
	}

	/** The approval, or what is left of it. */
	VerdictReading of(VerdictReading reading, String text, List<Act> acts) {
		if (deniesOutside(text, acts)) {
			return Weighing.unsure(acts, "A word that denies stands outside the yes.");
		}
		var open = opened(text, acts);
		if (open.isPresent()) {
			return Weighing.unsure(acts, open.get());
		}
		if (!Weighing.has(acts, Kind.YES) && this.asked.isNothing()) {
			return Weighing.of(Label.NONE, 0.85, acts, "Nothing was asked.");
		}
		return acts.stream().allMatch((act) -> isSign(act.clue().quote()))
				? new VerdictReading(Label.APPROVED, 0.85, true, Optional.empty(), Optional.empty(), List.of(),
						Weighing.clues(acts), List.of("It only shows a sign."))
				: reading;
	}

	/** Whether it leaves open what is approved, or by whom. */
	boolean isOpen(String text, List<Act> acts) {
		return opened(text, acts).isPresent();
	}

	private Optional<String> opened(String text, List<Act> acts) {
		if (acts.stream().anyMatch((act) -> isYes(act) && isQuoted(text, act.clue().span().start()))) {
			return Optional.of("The yes stands in quotation marks, beside words of its author.");
		}
		if (isMurmured(acts)) {
			return Optional.of("It only says that it has been heard.");
		}
		if (namesAnotherMatter(acts)) {
			return Optional.of("It names something that was not asked for.");
		}
		if (isReserved(text)) {
			return Optional.of("It says something that takes from a yes.");
		}
		if (!Weighing.has(acts, Kind.YES) && TRAILING.stream().anyMatch(text.strip()::endsWith)) {
			return Optional.of("A faint yes trails off.");
		}
		if (this.asked.request().isPartly(Words.of(text), new Books(this.books))) {
			return Optional.of("It names a part of what was asked.");
		}
		return acts.stream().anyMatch(this::namesAnotherNumber)
				? Optional.of("It names a number that was not asked for.") : Optional.empty();
	}

	/** "Yes and no", "approved / not approved". */
	boolean saysBoth(String text) {
		return isIn("both", text);
	}

	/** "Yeah, right": each part is a yes, and all of it is none. */
	private boolean isReserved(String text) {
		return isIn("reserving", text);
	}

	/** "See my answers below": whatever else is said, they were not found. */
	boolean pointsElsewhere(String text) {
		return isIn("answers below", text);
	}

	private boolean isIn(String section, String text) {
		return this.sentences.computeIfAbsent(text, (_) -> Sentences.words(text, this.asked.stems()))
			.stream()
			.anyMatch((words) -> this.books.stream().anyMatch((book) -> book.in(section, words).isPresent()));
	}

	/** Peter wrote: "Go ahead". */
	private static boolean isQuoted(String text, int at) {
		var open = false;
		for (var i = 0; i <= at && i < text.length(); i++) {
			open ^= QUOTATION.indexOf(text.charAt(i)) >= 0;
		}
		return open && !text.strip().isEmpty() && QUOTATION.indexOf(text.strip().charAt(0)) < 0;
	}

	private static boolean isYes(Act act) {
		return act.is(Kind.YES) || act.is(Kind.WEAK_YES);
	}

	/** A thumb without a word. */
	private static boolean isSign(String quote) {
		return quote.codePoints().noneMatch(Character::isLetterOrDigit);
	}

	/** "Ja så", "yeah yeah": as much "I see" as "yes". */
	boolean isMurmured(List<Act> acts) {
		var said = acts.stream().filter(Doubts::isYes).map((act) -> Words.of(act.clue().quote())).toList();
		return !said.isEmpty() && said.stream()
			.allMatch((words) -> this.books.stream().anyMatch((book) -> book.whole("murmur", words).isPresent()));
	}

	private boolean namesAnotherMatter(List<Act> acts) {
		if (!this.asked.isKnown()) {
			return false;
		}
		var others = new OtherMatters(new Books(this.books), this.asked.request(), this.asked.stems());
		return acts.stream().anyMatch(others::isIn);
	}

	/** "The title is approved", and no more. */
	boolean grantsAPart(String text, List<Act> acts) {
		var others = new OtherMatters(new Books(this.books), this.asked.request(), this.asked.stems());
		if (acts.stream().anyMatch(others::grantsAPart)) {
			return true;
		}
		var saying = new Sentences().of(text)
			.stream()
			.map((sentence) -> Remarks.within(acts, sentence))
			.filter((said) -> said.stream().anyMatch(Doubts::isYes))
			.toList();
		return !saying.isEmpty() && acts.stream().noneMatch(others::grantsSomething)
				&& saying.stream().allMatch((said) -> said.stream().anyMatch(others::pleasesInPart));
	}

	private boolean namesAnotherNumber(Act act) {
		if (!isYes(act) || this.asked.stems().isEmpty()) {
			return false;
		}
		var words = Words.of(act.clue().quote(), 0, act.clue().quote().length(), this.asked.stems());
		for (var i = 0; i < words.size(); i++) {
			if (Character.isDigit(words.at(i).charAt(0)) && !words.isAsked(i) && !isOption(words, i)) {
				return true;
			}
		}
		return false;
	}

	private boolean isOption(Words words, int at) {
		return at > 0 && this.books.stream().anyMatch((book) -> book.kinds().isOption(words.at(at - 1)));
	}

	boolean deniesOutside(String text, List<Act> acts) {
		var words = Words.of(text);
		for (var i = 0; i < words.size(); i++) {
			var at = words.startOf(i);
			var inYes = acts.stream()
				.anyMatch((act) -> (isYes(act) || act.is(Kind.EASE)) && act.clue().span().start() <= at
						&& at < act.clue().span().end());
			var word = words.at(i);
			if (!inYes && this.books.stream().anyMatch((book) -> book.kinds().isDenying(word))) {
				return true;
			}
		}
		return false;
	}

}
