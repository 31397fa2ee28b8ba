package io.countersign.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.countersign.identity.Level;
import io.countersign.overview.BoardQuery.Grouping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static io.countersign.overview.FilledBoard.query;
import static org.assertj.core.api.Assertions.assertThat;

@Execution(ExecutionMode.CONCURRENT)
class BoardTests {

	private final FilledBoard filled = new FilledBoard();

	@Test
	void theBoardShowsWhatRunsAndWhatWasJustDecidedFromTheFinishLineBack() {
		var view = this.filled.view(query(Grouping.STAGE, Optional.empty(), ""));

		assertThat(view.groups()).extracting(BoardView.Group::key).containsExactly("DECIDE", "PREPARED", "FILED");
		assertThat(view.groups().getFirst().rows()).extracting(BoardRow::number)
			.containsExactly("2026-0002", "2026-0001");
		assertThat(view.running()).isEqualTo(3);
		assertThat(view.dues()).containsEntry(Due.State.OVER, 1).containsEntry(Due.State.DONE, 1);
	}

	@Test
	void eachTileStandsAtTheLevelOfWhoeverHasTheCase() {
		var view = this.filled.view(query(Grouping.LEVEL, Optional.empty(), ""));

		assertThat(view.cell(Optional.of(Level.MINISTER), Stage.DECIDE).tiles())
			.extracting((row) -> row.holder().initials())
			.containsExactly("AH");
		assertThat(view.cell(Optional.of(Level.HEAD_OF_UNIT), Stage.PREPARED).tiles()).hasSize(1);
		assertThat(view.groups()).extracting(BoardView.Group::key).containsExactly("MINISTER", "HEAD_OF_UNIT", "");
	}

	@Test
	void theStripSharesALineByTheDeadlines() {
		var strip = this.filled.view(query(Grouping.STAGE, Optional.empty(), "")).strip();

		assertThat(strip).extracting(BoardView.Slice::due)
			.containsExactly(Due.State.OVER, Due.State.TODAY, Due.State.NONE);
		assertThat(strip.getLast().from() + strip.getLast().wide()).isBetween(99.0, 100.0);
	}

	@Test
	void whatIsNotReadIsCountedAndShownWhenSomebodyAsksForIt() {
		for (int n = 100; n < 300; n++) {
			this.filled.aCase("cs_" + n, "2026-0" + n, "Ansøgning",
					(n < 200) ? "clara.juhl@min.example" : "dan@min.example", "2026-12-01T12:00:00Z");
		}

		var view = this.filled.view(query(Grouping.STAGE, Optional.empty(), ""));
		var detected = view.groups().getLast();
		var rest = this.filled.board()
			.view(FilledBoard.EVERYTHING, query(Grouping.STAGE, Optional.empty(), ""), "DETECTED", 150)
			.groups()
			.getFirst();

		assertThat(view.groups()).extracting(BoardView.Group::size).containsExactly(2, 1, 200, 1);
		assertThat(view.groups().get(2).rows()).hasSize(40).isSortedAccordingTo(BoardView.BY_URGENCY);
		assertThat(rest.rows()).extracting(BoardRow::number).hasSize(50).startsWith("2026-0250").endsWith("2026-0299");
		assertThat(rest.more()).isZero();
		assertThat(detected.key()).isEqualTo("FILED");
		assertThat(view.cell(Optional.of(Level.HEAD_OF_UNIT), Stage.DETECTED))
			.isEqualTo(new BoardView.Cell(List.of(), Map.of(Due.State.LATER, 100)));
		var all = new ArrayList<BoardRow>();
		this.filled.board().each(FilledBoard.EVERYTHING, query(Grouping.STAGE, Optional.empty(), ""), all::add);
		assertThat(all).hasSize(204).extracting(BoardRow::number).doesNotHaveDuplicates();
	}

	@Test
	void theDatabasePlacesEachCaseWhereTheRowStands() {
		for (var days : List.of("2026-11-23T08:41:59Z", "2026-11-23T22:59:59Z", "2026-11-23T23:00:00Z",
				"2026-11-25T22:59:59Z", "2026-11-25T23:00:00Z")) {
			this.filled.aCase("cs_" + days, "2026-9" + days, "HASTER: Frist", "anna.holm@min.example", days);
		}

		for (var grouping : Grouping.values()) {
			var view = this.filled.view(query(grouping, Optional.empty(), ""));
			assertThat(view.groups()).allSatisfy((group) -> assertThat(group.rows()).hasSize(group.size()));
			for (var due : Due.State.values()) {
				assertThat(view.dues().getOrDefault(due, 0)).isEqualTo(view.groups()
					.stream()
					.flatMap((group) -> group.rows().stream())
					.filter((row) -> row.due().state() == due)
					.count());
			}
		}
		assertThat(this.filled.flagged(Flag.HASTER)).hasSize(5);
	}

	@Test
	void whoHasACaseToReadItBeforeItIsDecidedChecksItUnlessHeIsAskedHimself() {
		var checked = "update case_file set holder = :holder, checking = true where id = 'cs_1'";
		this.filled.database().sql(checked).param("holder", "clara.juhl@min.example").update();
		assertThat(stage("2026-0001")).isEqualTo(Stage.CHECKED);
		assertThat(this.filled.board().row("cs_1").orElseThrow().stage()).isEqualTo(Stage.CHECKED);

		this.filled.tell(Set.of("case/cs_1"));
		this.filled.database().sql(checked).param("holder", "anna.holm@min.example").update();
		assertThat(stage("2026-0001")).isEqualTo(Stage.DECIDE);
		assertThat(this.filled.board().row("cs_1").orElseThrow().stage()).isEqualTo(Stage.DECIDE);
	}

	@Test
	void aHolderWhoIsAwayIsShownWithWhomHeNamesUntilThatIsOver() {
		this.filled.person("clara.holst@min.example", "Clara Holst", "CASE_WORKER", "Jura");
		this.filled.away("anna.holm@min.example", "Clara Juhl", "clara.juhl@min.example", "1 hour");
		this.filled.away("clara.juhl@min.example", "Clara", null, "1 hour");
		this.filled.away("dan@min.example", "Anna", "anna.holm@min.example", "-1 second");

		assertThat(this.filled.board().row("cs_1").orElseThrow().holder().away())
			.contains(new Away(LocalDate.of(2026, 12, 4), Optional.of("Clara Juhl"),
					Optional.of("Clara Juhl <clara.juhl@min.example>"), "Jeg er på ferie"));
		assertThat(this.filled.board().row("cs_2").orElseThrow().holder().away()).get()
			.satisfies((away) -> assertThat(away.proposal()).isEmpty());
		assertThat(this.filled.board().row("cs_4").orElseThrow().holder().away()).isEmpty();
	}

	private Stage stage(String number) {
		return this.filled.view(query(Grouping.STAGE, Optional.empty(), ""))
			.groups()
			.stream()
			.filter((group) -> group.rows().stream().anyMatch((row) -> row.number().equals(number)))
			.map((group) -> Stage.valueOf(group.key()))
			.findFirst()
			.orElseThrow();
	}

}
