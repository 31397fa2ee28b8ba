package io.countersign.overview;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.countersign.identity.Clearance;
import io.countersign.identity.EmailAddress;
import io.countersign.overview.BoardQuery.Grouping;
import io.countersign.support.TestDatabase;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A board of five cases: three run, one was just decided, one a while ago. */
final class FilledBoard {

	static final Clearance EVERYTHING = new Clearance(new EmailAddress("eva.skov@min.example"), true);

	private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

	private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T08:42:00Z"), COPENHAGEN);

	private final JdbcClient database = TestDatabase.fresh().client();

	private final DueScale scale = new DueScale(
			new OverviewSettings(COPENHAGEN, 2, List.of(), Duration.ofMinutes(10), Duration.ofDays(3)),
			DueLimits.OF_THE_CALENDAR, CLOCK);

	private final Follower journal = new Follower();

	private final RunningCaseRepository running = new RunningCaseRepository(this.database);

	private final Board board = new Board(new BoardRepository(this.database, this.scale),
			new RunningCases(this.running, () -> this.journal, CLOCK), this.running, this.scale);

	FilledBoard() {
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

	Board board() {
		return this.board;
	}

	BoardView view(BoardQuery query) {
		return this.board.view(EVERYTHING, query);
	}

	JdbcClient database() {
		return this.database;
	}

	/** What the journal tells the board about. */
	void tell(Set<String> subjects) {
		this.journal.tell(subjects);
	}

	void person(String address, String name, String level, String unit) {
		this.database.sql("insert into person (address, name, level, unit) values (?, ?, ?, ?)")
			.params(address, name, level, unit)
			.update();
	}

	void aCase(String id, String number, String title, String holder, @Nullable String deadline) {
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

	void message(String caseId, String id, String kind, String reason) {
		this.database.sql("""
				insert into message (id, reason, raw, digest, received_at, mode, kind)
				values (:id, '', null, :id, now(), 'LIVE', :kind)
				""").param("id", id).param("kind", kind).update();
		this.database.sql("insert into case_message (message, case_id, reason) values (?, ?, ?)")
			.params(id, caseId, reason)
			.update();
	}

	void asked(String caseId, String approver) {
		this.database.sql("""
				insert into ask (id, case_id, message, approver, revision, documents, text_sha256, state, asked_at)
				values ('ask_' || :case, :case, 'msg_1', :approver, 1, '{}', '', 'OPEN', now())
				""").param("case", caseId).param("approver", approver).update();
	}

	void decided(String caseId, String at) {
		this.database.sql("update case_file set state = 'DECIDED', outcome = 'APPROVED', changed_at = ? where id = ?")
			.params(OffsetDateTime.parse(at), caseId)
			.update();
	}

	void away(String person, String named, @Nullable String standIn, String left) {
		this.database.sql("""
				insert into absence (person, last_day, ends_at, named, stand_in, message, quote, received_at)
				values (?, '2026-12-04', now() + ?::interval, ?, ?, 'msg_1', 'Jeg er på ferie', now())
				""").params(Arrays.asList(person, left, named, standIn)).update();
	}

	static BoardQuery query(Grouping group, Optional<Due.State> due, String words) {
		return new BoardQuery(group, due, Optional.empty(), Optional.empty(), Set.of(), words);
	}

	Iterable<String> found(String words) {
		return numbers(query(Grouping.STAGE, Optional.empty(), words));
	}

	Iterable<String> flagged(Flag... flags) {
		return numbers(new BoardQuery(Grouping.STAGE, Optional.empty(), Optional.empty(), Optional.empty(),
				Set.of(flags), ""));
	}

	Iterable<String> numbers(BoardQuery query) {
		return this.board.view(EVERYTHING, query)
			.groups()
			.stream()
			.flatMap((group) -> group.rows().stream())
			.map(BoardRow::number)
			.toList();
	}

}
