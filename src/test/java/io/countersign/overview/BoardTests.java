package io.countersign.overview;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.countersign.identity.Clearance;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Level;
import io.countersign.overview.BoardQuery.Grouping;
import io.countersign.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@Execution(ExecutionMode.CONCURRENT)
class BoardTests {

	private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T08:42:00Z"), COPENHAGEN);

	private static final Clearance EVERYTHING = new Clearance(new EmailAddress("eva.skov@min.example"), true);

	private final JdbcClient database = TestDatabase.fresh().client();

	private final DueScale scale = new DueScale(
			new OverviewSettings(COPENHAGEN, 2, List.of(), Duration.ofMinutes(10), Duration.ofDays(3)),
			DueLimits.OF_THE_CALENDAR, CLOCK);

	private final Follower journal = new Follower();

	private final RunningCaseRepository running = new RunningCaseRepository(this.database);

	private final Board board = new Board(new BoardRepository(this.database, this.scale),
			new RunningCases(this.running, () -> this.journal, CLOCK), this.running, this.scale);

	@BeforeEach
	void cases() {
		person("anna.holm@min.example", "Anna Holm", "MINISTER", "Ministeren");
		person("clara.juhl@min.example", "Clara Juhl", "HEAD_OF_UNIT", "Jura");
		aCase("cs_1", "2026-0001", "Svar på S 412", "anna.holm@min.example", "2026-11-23T12:00:00Z");
		asked("cs_1", "anna.holm@min.example");
		aCase("cs_2", "2026-0002", "Lejekontrakt", "clara.juhl@min.example", "2026-11-20T12:00:00Z");
		asked("cs_2", "clara.juhl@min.example");
		aCase("cs_3", "2026-0003", "Skolebusserne", "clara.juhl@min.example", null);
		this.database.sql("""
				insert into task (id, case_id, assignee, description, state)
				values ('tk_1', 'cs_3', 'clara.juhl@min.example', 'Lav et notat om skolebusserne', 'OPEN')
				""").update();
		aCase("cs_4", "2026-0004", "Rejse", "dan@min.example", null);
		decided("cs_4", "2026-11-23T08:00:00Z");
		aCase("cs_5", "2026-0005", "Gammel sag", "dan@min.example", null);
		decided("cs_5", "2026-11-20T08:00:00Z");
	}

	@Test
	void theBoardShowsWhatRunsAndWhatWasJustDecidedFromTheFinishLineBack() {
		var view = this.board.view(EVERYTHING, query(Grouping.STAGE, Optional.empty(), ""));

		assertThat(view.groups()).extracting(BoardView.Group::key).containsExactly("DECIDE", "PREPARED", "FILED");
		assertThat(view.groups().getFirst().rows()).extracting(BoardRow::number)
			.containsExactly("2026-0002", "2026-0001");
		assertThat(view.running()).isEqualTo(3);
		assertThat(view.dues()).containsEntry(Due.State.OVER, 1).containsEntry(Due.State.DONE, 1);
	}

	@Test
	void eachTileStandsAtTheLevelOfWhoeverHasTheCase() {
		var view = this.board.view(EVERYTHING, query(Grouping.LEVEL, Optional.empty(), ""));

		assertThat(view.cell(Optional.of(Level.MINISTER), Stage.DECIDE).tiles())
			.extracting((row) -> row.holder().initials())
			.containsExactly("AH");
		assertThat(view.cell(Optional.of(Level.HEAD_OF_UNIT), Stage.PREPARED).tiles()).hasSize(1);
		assertThat(view.groups()).extracting(BoardView.Group::key).containsExactly("MINISTER", "HEAD_OF_UNIT", "");
	}

	@Test
	void filtersLeaveOutRowsButTheCountsStay() {
		var view = this.board.view(EVERYTHING, query(Grouping.HOLDER, Optional.of(Due.State.OVER), ""));

		assertThat(view.groups()).singleElement().extracting(BoardView.Group::key).isEqualTo("Clara Juhl");
		assertThat(view.running()).isEqualTo(3);
		assertThat(view.cell(Optional.of(Level.MINISTER), Stage.DECIDE).tiles()).noneMatch(view::shows);
	}

	@Test
	void searchLooksAtTitleNumberHolderAndWork() {
		assertThat(found("LEJE")).containsExactly("2026-0002");
		assertThat(found("0003")).containsExactly("2026-0003");
		assertThat(found("anna")).containsExactly("2026-0001");
		assertThat(found("notat om")).containsExactly("2026-0003");
		assertThat(found("CLARA leje")).containsExactly("2026-0002");
		assertThat(found("nothing like it")).isEmpty();
	}

	@Test
	void aRowSaysHowAndInWhichWordsItWasAsked() {
		message("cs_1", "msg_2", "CHAT", "It opens the case: It asks for a decision: \"Må vi sende \"svaret\"?\".");
		this.database.sql("update ask set message = 'msg_2' where case_id = 'cs_1'").update();
		message("cs_2", "cs_2", "MAIL", "It opens the case: It asks for a decision: \"Vi beder om jeres ja.\".");
		message("cs_3", "cs_3", "CHAT", "It opens the case: A person looked at it and said whom it asks.");
		this.database.sql("update case_file set opened_by = 'msg_2' where id = 'cs_1'").update();

		assertThat(this.board.row("cs_1").orElseThrow()).satisfies((row) -> {
			assertThat(row.ask()).contains("Må vi sende \"svaret\"?");
			assertThat(row.isFromChat()).isTrue();
		});
		assertThat(this.board.row("cs_2").orElseThrow().ask()).contains("Vi beder om jeres ja.");
		assertThat(this.board.row("cs_3").orElseThrow().ask()).contains("Lav et notat om skolebusserne");
		assertThat(flagged(Flag.TEAMS)).containsExactly("2026-0001", "2026-0003");
		assertThat(flagged(Flag.MAIL)).containsExactly("2026-0002", "2026-0004");
		assertThat(found("jeres ja")).containsExactly("2026-0002");
	}

	@Test
	void theStripSharesALineByTheDeadlines() {
		var strip = this.board.view(EVERYTHING, query(Grouping.STAGE, Optional.empty(), "")).strip();

		assertThat(strip).extracting(BoardView.Slice::due)
			.containsExactly(Due.State.OVER, Due.State.TODAY, Due.State.NONE);
		assertThat(strip.getLast().from() + strip.getLast().wide()).isBetween(99.0, 100.0);
	}

	@Test
	void whatIsNotReadIsCountedAndShownWhenSomebodyAsksForIt() {
		for (int n = 100; n < 300; n++) {
			aCase("cs_" + n, "2026-0" + n, "Ansøgning", (n < 200) ? "clara.juhl@min.example" : "dan@min.example",
					"2026-12-01T12:00:00Z");
		}

		var view = this.board.view(EVERYTHING, query(Grouping.STAGE, Optional.empty(), ""));
		var detected = view.groups().getLast();
		var rest = this.board.view(EVERYTHING, query(Grouping.STAGE, Optional.empty(), ""), "DETECTED", 150)
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
		this.board.each(EVERYTHING, query(Grouping.STAGE, Optional.empty(), ""), all::add);
		assertThat(all).hasSize(204).extracting(BoardRow::number).doesNotHaveDuplicates();
	}

	@Test
	void theDatabasePlacesEachCaseWhereTheRowStands() {
		for (var days : List.of("2026-11-23T08:41:59Z", "2026-11-23T22:59:59Z", "2026-11-23T23:00:00Z",
				"2026-11-25T22:59:59Z", "2026-11-25T23:00:00Z")) {
			aCase("cs_" + days, "2026-9" + days, "HASTER: Frist", "anna.holm@min.example", days);
		}

		for (var grouping : Grouping.values()) {
			var view = this.board.view(EVERYTHING, query(grouping, Optional.empty(), ""));
			assertThat(view.groups()).allSatisfy((group) -> assertThat(group.rows()).hasSize(group.size()));
			for (var due : Due.State.values()) {
				assertThat(view.dues().getOrDefault(due, 0)).isEqualTo(view.groups()
					.stream()
					.flatMap((group) -> group.rows().stream())
					.filter((row) -> row.due().state() == due)
					.count());
			}
		}
		assertThat(flagged(Flag.HASTER)).hasSize(5);
	}

	@Test
	void whoHasACaseToReadItBeforeItIsDecidedChecksItUnlessHeIsAskedHimself() {
		var checked = "update case_file set holder = :holder, checking = true where id = 'cs_1'";
		this.database.sql(checked).param("holder", "clara.juhl@min.example").update();
		assertThat(stage("2026-0001")).isEqualTo(Stage.CHECKED);
		assertThat(this.board.row("cs_1").orElseThrow().stage()).isEqualTo(Stage.CHECKED);

		this.journal.tell(Set.of("case/cs_1"));
		this.database.sql(checked).param("holder", "anna.holm@min.example").update();
		assertThat(stage("2026-0001")).isEqualTo(Stage.DECIDE);
		assertThat(this.board.row("cs_1").orElseThrow().stage()).isEqualTo(Stage.DECIDE);
	}

	@Test
	void whatTheJournalSaysOfACaseIsSeenOnTheNextBoard() {
		assertThat(found("")).contains("2026-0001", "2026-0002");

		decided("cs_1", "2026-11-20T08:00:00Z");
		aCase("cs_6", "2026-0006", "Ny sag", "anna.holm@min.example", null);
		assertThat(found("")).contains("2026-0001").doesNotContain("2026-0006");
		this.journal.tell(Set.of("case/cs_1", "case/cs_6", "message/msg_1"));

		assertThat(found("")).contains("2026-0006").doesNotContain("2026-0001");
	}

	@Test
	void whatTheJournalSaysOfAPersonMovesHisCases() {
		assertThat(found("jura")).contains("2026-0002");

		this.database.sql("update person set set_unit = 'Miljø'").update();
		this.journal.tell(Set.of("person/p_1"));

		assertThat(found("jura")).isEmpty();
	}

	@Test
	void aHolderWhoIsAwayIsShownWithWhomHeNamesUntilThatIsOver() {
		person("clara.holst@min.example", "Clara Holst", "CASE_WORKER", "Jura");
		away("anna.holm@min.example", "Clara Juhl", "clara.juhl@min.example", "1 hour");
		away("clara.juhl@min.example", "Clara", null, "1 hour");
		away("dan@min.example", "Anna", "anna.holm@min.example", "-1 second");

		assertThat(this.board.row("cs_1").orElseThrow().holder().away()).contains(new Away(LocalDate.of(2026, 12, 4),
				Optional.of("Clara Juhl"), Optional.of("Clara Juhl <clara.juhl@min.example>"), "Jeg er på ferie"));
		assertThat(this.board.row("cs_2").orElseThrow().holder().away()).get()
			.satisfies((away) -> assertThat(away.proposal()).isEmpty());
		assertThat(this.board.row("cs_4").orElseThrow().holder().away()).isEmpty();
	}

	private void away(String person, String named, @Nullable String standIn, String left) {
		this.database.sql("""
				insert into absence (person, last_day, ends_at, named, stand_in, message, quote, received_at)
				values (?, '2026-12-04', now() + ?::interval, ?, ?, 'msg_1', 'Jeg er på ferie', now())
				""").params(Arrays.asList(person, left, named, standIn)).update();
	}

	@Test
	void flagsLeaveOnlyWhatStandsOut() {
		this.database.sql("update case_file set holder_since = holder_since - interval '4 days' where id = 'cs_2'")
			.update();
		this.database.sql("""
				insert into verdict (id, case_id, ask, outcome, state, decided_for, acted_by, decided_at, decision)
				select 'vd_' || id, case_id, id, 'RETURNED', 'ACTIVE', approver, approver, now(), '{}' from ask
				""").update();

		assertThat(flagged(Flag.SLOW)).containsExactly("2026-0002");
		assertThat(flagged(Flag.RETUR)).containsExactly("2026-0002", "2026-0001");
		assertThat(flagged(Flag.SLOW, Flag.RETUR)).containsExactly("2026-0002");
	}

	private Iterable<String> found(String words) {
		return numbers(query(Grouping.STAGE, Optional.empty(), words));
	}

	private Iterable<String> flagged(Flag... flags) {
		return numbers(new BoardQuery(Grouping.STAGE, Optional.empty(), Optional.empty(), Optional.empty(),
				Set.of(flags), ""));
	}

	private Iterable<String> numbers(BoardQuery query) {
		return this.board.view(EVERYTHING, query)
			.groups()
			.stream()
			.flatMap((group) -> group.rows().stream())
			.map(BoardRow::number)
			.toList();
	}

	private static BoardQuery query(Grouping group, Optional<Due.State> due, String words) {
		return new BoardQuery(group, due, Optional.empty(), Optional.empty(), Set.of(), words);
	}

	private Stage stage(String number) {
		return this.board.view(EVERYTHING, query(Grouping.STAGE, Optional.empty(), ""))
			.groups()
			.stream()
			.filter((group) -> group.rows().stream().anyMatch((row) -> row.number().equals(number)))
			.map((group) -> Stage.valueOf(group.key()))
			.findFirst()
			.orElseThrow();
	}

	private void person(String address, String name, String level, String unit) {
		this.database.sql("insert into person (address, name, level, unit) values (?, ?, ?, ?)")
			.params(address, name, level, unit)
			.update();
	}

	private void aCase(String id, String number, String title, String holder, @Nullable String deadline) {
		this.database.sql("""
				insert into case_file (id, number, title, type, language, state, holder, holder_since, deadline_at,
					deadline_certain, opened_by, mode, opened_at, changed_at)
				values (:id, :number, :title, 'decision', 'da', 'WAITING', :holder, :at, :deadline,
					cast(:deadline as timestamptz) is not null, :id, 'LIVE', :at, :at)
				""")
			.param("id", id)
			.param("number", number)
			.param("title", title)
			.param("holder", holder)
			.param("at", OffsetDateTime.now(CLOCK))
			.param("deadline", (deadline != null) ? OffsetDateTime.parse(deadline) : null,
					Types.TIMESTAMP_WITH_TIMEZONE)
			.update();
	}

	private void message(String caseId, String id, String kind, String reason) {
		this.database.sql("""
				insert into message (id, reason, raw, digest, received_at, mode, kind)
				values (:id, '', null, :id, now(), 'LIVE', :kind)
				""").param("id", id).param("kind", kind).update();
		this.database.sql("insert into case_message (message, case_id, reason) values (?, ?, ?)")
			.params(id, caseId, reason)
			.update();
	}

	private void asked(String caseId, String approver) {
		this.database.sql("""
				insert into ask (id, case_id, message, approver, revision, documents, text_sha256, state, asked_at)
				values ('ask_' || :case, :case, 'msg_1', :approver, 1, '{}', '', 'OPEN', now())
				""").param("case", caseId).param("approver", approver).update();
	}

	private void decided(String caseId, String at) {
		this.database.sql("update case_file set state = 'DECIDED', outcome = 'APPROVED', changed_at = ? where id = ?")
			.params(OffsetDateTime.parse(at), caseId)
			.update();
	}

}
