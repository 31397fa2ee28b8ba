package io.countersign.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.countersign.reading.Act.Kind;
import io.countersign.reading.VerdictReading.ItemVerdict;
import io.countersign.reading.VerdictReading.Label;

/**
 * Weighs the acts of an answer. It approves only when every act of it is accounted for: a
 * yes, and courtesy or remarks beside it.
 */
final class VerdictReader {

	private static final Set<Kind> BESIDE_A_YES = Set.of(Kind.YES, Kind.WEAK_YES, Kind.COURTESY, Kind.REMARK,
			Kind.RECEIPT);

	private static final Set<Kind> BESIDE_A_WEAK_YES = Set.of(Kind.WEAK_YES, Kind.COURTESY);

	private static final Set<Kind> DECIDING = Set.of(Kind.YES, Kind.WEAK_YES, Kind.NO, Kind.DELEGATE, Kind.DEFER,
			Kind.RETURN, Kind.QUESTION, Kind.CONDITION);

	private static final Map<Kind, Label> GUESSES = new EnumMap<>(Map.of(Kind.DELEGATE, Label.DELEGATED, Kind.RETURN,
			Label.RETURNED, Kind.DEFER, Label.DEFERRED, Kind.NO, Label.REJECTED, Kind.QUESTION, Label.RETURNED));

	private final List<Phrasebook> books;

	private final Asked asked;

	private final Courtesies courtesies;

	VerdictReader(List<Phrasebook> books, Asked asked, Optional<Correspondent> author) {
		this.books = books;
		this.asked = asked;
		this.courtesies = new Courtesies(books, author);
	}

	VerdictReading read(String written) {
		var text = this.courtesies.blanked(written);
		if (text.isBlank()) {
			return of(Label.NONE, 0.99, List.of(), "Nothing was newly written.");
		}
		var parts = new NumberedAnswers(this.books.getFirst(), text).parts();
		return (parts.isEmpty() ? Optional.<VerdictReading>empty() : numbered(text, parts))
			.orElseGet(() -> whole(text));
	}

	private VerdictReading whole(String text) {
		var acts = acts(text);
		var reading = weigh(acts);
		return (reading.label() == Label.APPROVED) ? doubted(reading, text, acts) : reading;
	}

	private List<Act> acts(String text) {
		return new ActReader(this.books, text, this.asked.stems()).read(new Sentences().of(text));
	}

	/** A verdict for each numbered point; nothing else may stand in front of them. */
	private Optional<VerdictReading> numbered(String text, List<NumberedAnswers.Part> parts) {
		var front = acts(text.substring(0, parts.getFirst().start()));
		var readings = parts.stream().map((part) -> whole(part.answer())).toList();
		if (front.stream().anyMatch((act) -> DECIDING.contains(act.kind()))
				|| readings.stream().filter((reading) -> reading.label() != Label.NONE).count() < 2) {
			return Optional.empty();
		}
		var items = new ArrayList<ItemVerdict>();
		for (var i = 0; i < parts.size(); i++) {
			items.add(new ItemVerdict(parts.get(i).number(), readings.get(i).label(), parts.get(i).answer().strip()));
		}
		return Optional.of(new ItemVerdicts(parts, items).sum(has(front, Kind.UNKNOWN),
				new Clue(new Span(0, text.length()), text, "numbered")));
	}

	private VerdictReading doubted(VerdictReading reading, String text, List<Act> acts) {
		if (deniesOutside(text, acts)) {
			return unsure(acts, "A word that denies stands outside the yes.");
		}
		if (isReserved(text)) {
			return unsure(acts, "It says something that takes from a yes.");
		}
		if (acts.stream().anyMatch(this::namesAnotherNumber)) {
			return unsure(acts, "It names a number that was not asked for.");
		}
		if (!has(acts, Kind.YES) && this.asked.isNothing()) {
			return of(Label.NONE, 0.85, acts, "Nothing was asked.");
		}
		return acts.stream().allMatch((act) -> isSign(act.clue().quote())) ? new VerdictReading(Label.APPROVED, 0.85,
				true, Optional.empty(), Optional.empty(), List.of(), clues(acts), List.of("It only shows a sign."))
				: reading;
	}

	/** "Yeah, right": each part is a yes, and all of it is none. */
	private boolean isReserved(String text) {
		return new Sentences().of(text)
			.stream()
			.map((sentence) -> Words.of(text, sentence.start(), sentence.end(), this.asked.stems()))
			.anyMatch((words) -> this.books.stream().anyMatch((book) -> book.in("reserving", words).isPresent()));
	}

	/** A thumb without a word. */
	private static boolean isSign(String quote) {
		return quote.codePoints().noneMatch(Character::isLetterOrDigit);
	}

	private boolean namesAnotherNumber(Act act) {
		if (!act.is(Kind.YES) && !act.is(Kind.WEAK_YES) || this.asked.stems().isEmpty()) {
			return false;
		}
		var words = Words.of(act.clue().quote(), 0, act.clue().quote().length(), this.asked.stems());
		for (var i = 0; i < words.size(); i++) {
			if (Character.isDigit(words.at(i).charAt(0)) && !words.isAsked(i)) {
				return true;
			}
		}
		return false;
	}

	private VerdictReading weigh(List<Act> acts) {
		var yes = has(acts, Kind.YES) || has(acts, Kind.WEAK_YES);
		if (has(acts, Kind.DELEGATE)) {
			return delegated(acts, yes);
		}
		if (has(acts, Kind.QUESTION)) {
			return held(Label.RETURNED, 0.85, first(acts, Kind.QUESTION), "It asks back.");
		}
		if (isRefusal(acts)) {
			return of(Label.REJECTED, 0.85, List.of(first(acts, Kind.NO)), "It says no first.");
		}
		if (yes && isConditional(acts)) {
			return conditional(acts);
		}
		if (has(acts, Kind.PARTIAL) && !has(acts, Kind.UNKNOWN)) {
			return conditional(acts);
		}
		if (has(acts, Kind.RETURN)) {
			return of(Label.RETURNED, 0.85, List.of(first(acts, Kind.RETURN)), "It is sent back.");
		}
		if (has(acts, Kind.DEFER)) {
			return held(Label.DEFERRED, 0.85, first(acts, Kind.DEFER), "The answer is put off.");
		}
		if (has(acts, Kind.NO)) {
			return of(Label.REJECTED, yes ? 0.6 : 0.9, List.of(first(acts, Kind.NO)), "It says no.");
		}
		if (yes) {
			return approval(acts);
		}
		if (has(acts, Kind.CHANGE)) {
			return of(Label.RETURNED, 0.6, List.of(first(acts, Kind.CHANGE)), "A change is wanted first.");
		}
		return guessed(acts)
			.orElseGet(() -> of(Label.NONE, has(acts, Kind.UNKNOWN) ? 0.6 : 0.95, acts, "No verdict was found."));
	}

	/** "No thanks, otherwise fine." */
	private static boolean isRefusal(List<Act> acts) {
		var first = acts.stream()
			.filter((act) -> act.is(Kind.NO) || act.is(Kind.YES) || act.is(Kind.WEAK_YES) || act.is(Kind.DEFER))
			.findFirst();
		return first.filter((act) -> act.is(Kind.NO) && !act.isGuessed()).isPresent() && !has(acts, Kind.YES)
				&& !has(acts, Kind.DEFER) && !has(acts, Kind.RETURN);
	}

	private static Optional<VerdictReading> guessed(List<Act> acts) {
		return acts.stream()
			.filter(Act::isGuessed)
			.findFirst()
			.map((act) -> held(GUESSES.getOrDefault(act.kind(), Label.NONE), 0.65, act,
					"A few words of it say so, the rest could not be explained."));
	}

	private static VerdictReading delegated(List<Act> acts, boolean yes) {
		var who = acts.stream()
			.filter((act) -> act.is(Kind.DELEGATE))
			.flatMap((act) -> act.about().stream())
			.findFirst();
		return new VerdictReading(Label.DELEGATED, 0.85, yes, Optional.empty(), who, List.of(),
				List.of(first(acts, Kind.DELEGATE).clue()), List.of("Somebody else is to deal with it."));
	}

	private static boolean isConditional(List<Act> acts) {
		return has(acts, Kind.CONDITION) || has(acts, Kind.CHANGE) || has(acts, Kind.NO) || has(acts, Kind.PARTIAL);
	}

	private static VerdictReading conditional(List<Act> acts) {
		var parts = acts.stream()
			.filter((act) -> act.is(Kind.CONDITION) || act.is(Kind.CHANGE) || act.is(Kind.NO) || act.is(Kind.PARTIAL))
			.toList();
		var condition = String.join(" ", parts.stream().map((act) -> act.about().orElse(act.clue().quote())).toList());
		return new VerdictReading(Label.APPROVED_WITH_CONDITIONS, 0.85, has(acts, Kind.UNKNOWN), Optional.of(condition),
				Optional.empty(), List.of(), clues(acts), List.of("A yes with a condition or without a part."));
	}

	private static VerdictReading approval(List<Act> acts) {
		var strong = has(acts, Kind.YES);
		var beside = strong ? BESIDE_A_YES : BESIDE_A_WEAK_YES;
		if (acts.stream().allMatch((act) -> beside.contains(act.kind()) && !act.isGuessed())) {
			return of(Label.APPROVED, strong ? 0.97 : 0.93, acts, "Every part of it is a yes, courtesy or a remark.");
		}
		return unsure(acts, "Beside a yes it says something that could not be explained.");
	}

	private static VerdictReading unsure(List<Act> acts, String reason) {
		return new VerdictReading(Label.NONE, 0.5, true, Optional.empty(), Optional.empty(), List.of(), clues(acts),
				List.of(reason));
	}

	private boolean deniesOutside(String text, List<Act> acts) {
		var words = Words.of(text);
		for (var i = 0; i < words.size(); i++) {
			var at = words.startOf(i);
			var inYes = acts.stream()
				.anyMatch((act) -> act.is(Kind.YES) && act.clue().span().start() <= at && at < act.clue().span().end());
			var word = words.at(i);
			if (!inYes && this.books.stream().anyMatch((book) -> book.isDenying(word))) {
				return true;
			}
		}
		return false;
	}

	private static VerdictReading of(Label label, double confidence, List<Act> acts, String reason) {
		return new VerdictReading(label, confidence, false, Optional.empty(), Optional.empty(), List.of(), clues(acts),
				List.of(reason));
	}

	/** Its author is asked whether it was meant so. */
	private static VerdictReading held(Label label, double confidence, Act act, String reason) {
		return new VerdictReading(label, confidence, true, Optional.empty(), Optional.empty(), List.of(),
				clues(List.of(act)), List.of(reason));
	}

	private static List<Clue> clues(List<Act> acts) {
		var clues = new ArrayList<Clue>();
		acts.stream().filter((act) -> !act.is(Kind.COURTESY)).forEach((act) -> clues.add(act.clue()));
		return clues;
	}

	private static boolean has(List<Act> acts, Kind kind) {
		return acts.stream().anyMatch((act) -> act.is(kind) && !act.isGuessed());
	}

	private static Act first(List<Act> acts, Kind kind) {
		return acts.stream().filter((act) -> act.is(kind) && !act.isGuessed()).findFirst().orElseThrow();
	}

}
