package io.countersign.overview;

import java.util.Optional;
import java.util.Set;

import io.countersign.identity.Level;
import io.countersign.overview.BoardQuery.Grouping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static io.countersign.overview.FilledBoard.query;
import static org.assertj.core.api.Assertions.assertThat;

/** What words and flags leave of the board, and how soon it shows what has changed. */
@Execution(ExecutionMode.CONCURRENT)
class BoardFindingTests {

	private final FilledBoard filled = new FilledBoard();

	@Test
	void filtersLeaveOutRowsButTheCountsStay() {
		var view = this.filled.view(query(Grouping.HOLDER, Optional.of(Due.State.OVER), ""));

		assertThat(view.groups()).singleElement().extracting(BoardView.Group::key).isEqualTo("Clara Juhl");
		assertThat(view.running()).isEqualTo(3);
		assertThat(view.cell(Optional.of(Level.MINISTER), Stage.DECIDE).tiles()).noneMatch(view::shows);
	}

	@Test
	void searchLooksAtTitleNumberHolderAndWork() {
		assertThat(this.filled.found("LEJE")).containsExactly("2026-0002");
		assertThat(this.filled.found("0003")).containsExactly("2026-0003");
		assertThat(this.filled.found("anna")).containsExactly("2026-0001");
		assertThat(this.filled.found("notat om")).containsExactly("2026-0003");
		assertThat(this.filled.found("CLARA leje")).containsExactly("2026-0002");
		assertThat(this.filled.found("nothing like it")).isEmpty();
	}

	@Test
	void flagsLeaveOnlyWhatStandsOut() {
		this.filled.database()
			.sql("update case_file set holder_since = holder_since - interval '4 days' where id = 'cs_2'")
			.update();
		this.filled.database().sql("""
				insert into verdict (id, case_id, ask, outcome, state, decided_for, acted_by, decided_at, decision)
				select 'vd_' || id, case_id, id, 'RETURNED', 'ACTIVE', approver, approver, now(), '{}' from ask
				""").update();

		assertThat(this.filled.flagged(Flag.SLOW)).containsExactly("2026-0002");
		assertThat(this.filled.flagged(Flag.RETUR)).containsExactly("2026-0002", "2026-0001");
		assertThat(this.filled.flagged(Flag.SLOW, Flag.RETUR)).containsExactly("2026-0002");
	}

	@Test
	void whatTheJournalSaysOfACaseIsSeenOnTheNextBoard() {
		assertThat(this.filled.found("")).contains("2026-0001", "2026-0002");

		this.filled.decided("cs_1", "2026-11-20T08:00:00Z");
		this.filled.aCase("cs_6", "2026-0006", "Ny sag", "anna.holm@min.example", null);
		assertThat(this.filled.found("")).contains("2026-0001").doesNotContain("2026-0006");
		this.filled.tell(Set.of("case/cs_1", "case/cs_6", "message/msg_1"));

		assertThat(this.filled.found("")).contains("2026-0006").doesNotContain("2026-0001");
	}

	@Test
	void whatTheJournalSaysOfAPersonMovesHisCases() {
		assertThat(this.filled.found("jura")).contains("2026-0002");

		this.filled.database().sql("update person set set_unit = 'Miljø'").update();
		this.filled.tell(Set.of("person/p_1"));

		assertThat(this.filled.found("jura")).isEmpty();
	}

	@Test
	void aRowSaysHowAndInWhichWordsItWasAsked() {
		this.filled.message("cs_1", "msg_2", "CHAT",
				"It opens the case: It asks for a decision: \"Må vi sende \"svaret\"?\".");
		this.filled.database().sql("update ask set message = 'msg_2' where case_id = 'cs_1'").update();
		this.filled.message("cs_2", "cs_2", "MAIL",
				"It opens the case: It asks for a decision: \"Vi beder om jeres ja.\".");
		this.filled.message("cs_3", "cs_3", "CHAT", "It opens the case: A person looked at it and said whom it asks.");
		this.filled.database().sql("update case_file set opened_by = 'msg_2' where id = 'cs_1'").update();

		assertThat(this.filled.board().row("cs_1").orElseThrow()).satisfies((row) -> {
			assertThat(row.ask()).contains("Må vi sende \"svaret\"?");
			assertThat(row.isFromChat()).isTrue();
		});
		assertThat(this.filled.board().row("cs_2").orElseThrow().ask()).contains("Vi beder om jeres ja.");
		assertThat(this.filled.board().row("cs_3").orElseThrow().ask()).contains("Lav et notat om skolebusserne");
		assertThat(this.filled.flagged(Flag.TEAMS)).containsExactly("2026-0001", "2026-0003");
		assertThat(this.filled.flagged(Flag.MAIL)).containsExactly("2026-0002", "2026-0004");
		assertThat(this.filled.found("jeres ja")).containsExactly("2026-0002");
	}

}
