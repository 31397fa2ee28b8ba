package io.countersign.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.countersign.cases.Conditions;
import io.countersign.cases.Outcome;
import io.countersign.cases.Verdict;

/** The conditions of what was approved, to be ticked off. */
final class Checklist {

	private Checklist() {
	}

	/**
	 * A condition under which somebody has approved.
	 *
	 * @param number its place among those of the verdict
	 * @param metBy who says that it is met, by name
	 */
	record Item(String verdict, int number, String text, Face by, Optional<String> who, Optional<Instant> when) {

		public boolean isMet() {
			return this.when.isPresent();
		}

		public String metBy() {
			return this.who.orElse("");
		}

		public Instant metAt() {
			return this.when.orElseThrow();
		}

	}

	static List<Item> of(CasePage page, List<Conditions.Met> met) {
		var byPlace = met.stream()
			.collect(Collectors.toMap((one) -> place(one.verdict(), one.number()), Function.identity()));
		return page.file()
			.verdicts()
			.stream()
			.filter((verdict) -> verdict.counts() && verdict.decision().outcome() == Outcome.APPROVED_WITH_CONDITIONS)
			.flatMap((verdict) -> items(page, verdict,
					(number) -> Optional.ofNullable(byPlace.get(place(verdict.id(), number)))))
			.toList();
	}

	private static Stream<Item> items(CasePage page, Verdict verdict, Function<Integer, Optional<Conditions.Met>> met) {
		var conditions = verdict.decision().conditions();
		return IntStream.range(0, conditions.size())
			.mapToObj((number) -> new Item(verdict.id(), number, conditions.get(number),
					page.face(verdict.decision().decidedFor()), met.apply(number).map((one) -> page.nameOf(one.by())),
					met.apply(number).map(Conditions.Met::at)));
	}

	private static String place(String verdict, int number) {
		return verdict + "/" + number;
	}

}
