package io.countersign.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.countersign.reading.Act.Kind;
import io.countersign.reading.VerdictReading.Label;

/** What the acts of an answer are together. */
final class Weighing {

	private static final Set<Kind> BESIDE_A_YES = Set.of(Kind.YES, Kind.WEAK_YES, Kind.COURTESY, Kind.REMARK,
			Kind.RECEIPT, Kind.ASIDE, Kind.EASE);

	private static final Set<Kind> BESIDE_A_WEAK_YES = Set.of(Kind.WEAK_YES, Kind.COURTESY, Kind.ASIDE, Kind.EASE);

	private static final Map<Kind, Label> GUESSES = new EnumMap<>(Map.of(Kind.DELEGATE, Label.DELEGATED, Kind.RETURN,
			Label.RETURNED, Kind.DEFER, Label.DEFERRED, Kind.NO, Label.REJECTED, Kind.QUESTION, Label.RETURNED));

	/** So many words say no to nothing in particular. */
	private static final int BARE = 2;

	private Weighing() {
	}

	static VerdictReading weigh(List<Act> acts) {
		var yes = has(acts, Kind.YES) || has(acts, Kind.WEAK_YES);
		if (has(acts, Kind.DELEGATE)) {
			return delegated(acts, yes);
		}
		if (has(acts, Kind.QUESTION)) {
			return held(Label.RETURNED, 0.85, first(acts, Kind.QUESTION), "It asks back.");
		}
		if (isRefusal(acts)) {
			return refusal(acts);
		}
		if (yes && acts.stream().anyMatch(Weighing::isBareNo)) {
			return contradictory(acts);
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

	/** That it is a no, by the first of its acts that says so. */
	static VerdictReading refusal(List<Act> acts) {
		return of(Label.REJECTED, 0.85, List.of(first(acts, Kind.NO)), "It says no first.");
	}

	/** A no that says of no part that it is refused. */
	private static boolean isBareNo(Act act) {
		var head = act.clue().quote().split("[,.;:!]", 2)[0].strip();
		return act.is(Kind.NO) && !act.isGuessed() && head.split("\\s+").length <= BARE;
	}

	/** "Approved. No, hold on": what comes last counts, once its author confirms it. */
	private static VerdictReading contradictory(List<Act> acts) {
		var last = acts.stream()
			.filter((act) -> act.is(Kind.NO) || act.is(Kind.YES) || act.is(Kind.WEAK_YES) || act.is(Kind.DEFER))
			.toList()
			.getLast();
		var label = switch (last.kind()) {
			case NO -> Label.REJECTED;
			case DEFER -> Label.DEFERRED;
			default -> Label.NONE;
		};
		return new VerdictReading(label, 0.5, true, Optional.empty(), Optional.empty(), List.of(), clues(acts),
				List.of("It says yes and no."));
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
			.map((act) -> act.is(Kind.DELEGATE) ? handedOver(act) : held(GUESSES.getOrDefault(act.kind(), Label.NONE),
					0.65, act, "A few words of it say so, the rest could not be explained."));
	}

	private static VerdictReading handedOver(Act act) {
		return new VerdictReading(Label.DELEGATED, 0.65, true, Optional.empty(), act.about(), List.of(),
				List.of(act.clue()), List.of("A few words of it name somebody who is to deal with it."));
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
		var clear = parts.stream().anyMatch((act) -> !isUnclear(act));
		return new VerdictReading(Label.APPROVED_WITH_CONDITIONS, 0.85,
				acts.stream().anyMatch((act) -> isUnclear(act) && !(clear && act.isOf("contrast"))),
				Optional.of(condition), Optional.empty(), List.of(), clues(acts),
				List.of("A yes with a condition or without a part."));
	}

	/** What stands behind a bare "but" may as well be a no. */
	private static boolean isUnclear(Act act) {
		return act.is(Kind.UNKNOWN) || act.isGuessed() || act.isOf("contrast");
	}

	private static VerdictReading approval(List<Act> acts) {
		var strong = has(acts, Kind.YES);
		var beside = strong ? BESIDE_A_YES : BESIDE_A_WEAK_YES;
		var plain = acts.stream().anyMatch((act) -> act.isOf("yes plain"));
		if (acts.stream()
			.allMatch((act) -> !act.isGuessed()
					&& (beside.contains(act.kind()) || (plain && act.isOf("core courtesy"))))) {
			return of(Label.APPROVED, strong ? 0.97 : 0.93, acts, "Every part of it is a yes, courtesy or a remark.");
		}
		return unsure(acts, "Beside a yes it says something that could not be explained.");
	}

	static VerdictReading unsure(List<Act> acts, String reason) {
		return new VerdictReading(Label.NONE, 0.5, true, Optional.empty(), Optional.empty(), List.of(), clues(acts),
				List.of(reason));
	}

	static VerdictReading of(Label label, double confidence, List<Act> acts, String reason) {
		return new VerdictReading(label, confidence, false, Optional.empty(), Optional.empty(), List.of(), clues(acts),
				List.of(reason));
	}

	/** Its author is asked whether it was meant so. */
	private static VerdictReading held(Label label, double confidence, Act act, String reason) {
		return new VerdictReading(label, confidence, true, Optional.empty(), Optional.empty(), List.of(),
				clues(List.of(act)), List.of(reason));
	}

	static List<Clue> clues(List<Act> acts) {
		var clues = new ArrayList<Clue>();
		acts.stream().filter((act) -> !act.is(Kind.COURTESY)).forEach((act) -> clues.add(act.clue()));
		return clues;
	}

	/** What leaves a clear yes as it is. */
	static boolean isBesideAYes(Act act) {
		return BESIDE_A_YES.contains(act.kind());
	}

	static boolean has(List<Act> acts, Kind kind) {
		return acts.stream().anyMatch((act) -> act.is(kind) && !act.isGuessed());
	}

	private static Act first(List<Act> acts, Kind kind) {
		return acts.stream().filter((act) -> act.is(kind) && !act.isGuessed()).findFirst().orElseThrow();
	}

}
