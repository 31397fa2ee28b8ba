package io.countersign.overview;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** What is said of the last weeks, and of which cases. */
class InsightsTests extends ToldCases {

	@Test
	void timeIsCountedOnTheStageAndWithTheUnitWhereItWasSpent() {
		people();
		for (int number = 0; number < 5; number++) {
			var at = NOW.minus(Duration.ofDays(21));
			opened(number, at, null);
			asked(number, at.plus(Duration.ofDays(1)), ANNA, 1);
			checking(number, at.plus(Duration.ofDays(2)), CLARA);
			holder(number, at.plus(Duration.ofDays(3)), ANNA);
			answered(number, at.plus(Duration.ofDays(4)), "returned", 1);
			holder(number, at.plus(Duration.ofDays(4)), DAN);
			asked(number, at.plus(Duration.ofDays(9)), ANNA, 2);
			holder(number, at.plus(Duration.ofDays(11)), DAN);
			answered(number, at.plus(Duration.ofDays(11)), "approved", 2);
		}

		var view = this.insights.of(30, Optional.empty());

		assertThat(view.stages()).extracting(InsightsView.StageTime::stage, (one) -> one.median().orElseThrow())
			.containsExactly(tuple(Stage.DETECTED, Duration.ofDays(1)), tuple(Stage.PREPARED, Duration.ofDays(3)),
					tuple(Stage.CHECKED, Duration.ofDays(1)), tuple(Stage.DECIDE, Duration.ofDays(1)));
		assertThat(view.waiting()).containsExactly(new InsightsView.Waiting("Jura", "Ministeren", 15, 20),
				new InsightsView.Waiting("Jura", "Økonomi", 5, 5));
		assertThat(view.cameBack()).contains(100);
		assertThat(view.median()).contains(Duration.ofDays(9));
		assertThat(view.slowest().orElseThrow().stage()).isEqualTo(Stage.PREPARED);
	}

	@Test
	void aCaseOfWorkEndsWhenTheLastOfItIsDoneAndRunsAgainWhenThatWasNotTheEnd() {
		people();
		var at = NOW.minus(Duration.ofDays(6));
		for (int number = 0; number < 2; number++) {
			opened(number, at, null);
			work(number, at, "task.ordered", "first", "open");
			work(number, at, "task.ordered", "second", "open");
			work(number, at.plus(Duration.ofDays(1)), "task.changed", "first", "done");
			work(number, at.plus(Duration.ofDays(2)), "task.changed", "second", "done");
		}
		work(1, at.plus(Duration.ofDays(3)), "task.changed", "second", "open");

		var view = this.insights.of(30, Optional.empty());

		assertThat(view.decided()).isEqualTo(1);
		assertThat(view.running()).isEqualTo(1);
	}

	@Test
	void oneUnitIsLookedAtAloneOnceItHasAskedForEnough() {
		people();
		for (int number = 0; number < 9; number++) {
			opened(number, NOW.minus(Duration.ofDays(3)), null, (number < 5) ? DAN : ANNA);
			asked(number, NOW.minus(Duration.ofDays(2)), ANNA, 1);
			answered(number, NOW.minus(Duration.ofDays(1)), "approved", 1);
		}

		var all = this.insights.of(30, Optional.empty());

		assertThat(all.units()).containsExactly("Jura");
		assertThat(this.insights.of(30, Optional.of("Jura")).decided()).isEqualTo(5);
		assertThat(this.insights.of(30, Optional.of("Ministeren"))).as("too few to be told apart").isEqualTo(all);
	}

	@Test
	void aStageThatTakesNoTimeIsNotTheSlowest() {
		people();
		for (int number = 0; number < 6; number++) {
			opened(number, NOW.minus(Duration.ofDays(5)), null);
			asked(number, NOW.minus(Duration.ofDays(5)).plusSeconds(60), ANNA, 1);
			answered(number, NOW.minus(Duration.ofDays(5)).plusSeconds(600), "approved", 1);
		}

		assertThat(this.insights.of(30, Optional.empty()).slowest()).isEmpty();
	}

	@Test
	void ofFewerThanFiveCasesNothingIsSaid() {
		people();
		for (int number = 0; number < 4; number++) {
			opened(number, NOW.minus(Duration.ofDays(3)), NOW);
			asked(number, NOW.minus(Duration.ofDays(2)), ANNA, 1);
			answered(number, NOW.minus(Duration.ofDays(1)), "approved", 1);
		}

		var view = this.insights.of(30, Optional.empty());

		assertThat(view.decided()).isEqualTo(4);
		assertThat(view.onTime()).isEmpty();
		assertThat(view.median()).isEmpty();
		assertThat(view.waiting()).isEmpty();
		assertThat(view.stages()).allMatch((one) -> one.median().isEmpty());
	}

}
