package io.countersign.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

import io.countersign.identity.Level;
import io.countersign.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Every figure is what the journal says, counted in another way. */
@Execution(ExecutionMode.CONCURRENT)
class InsightsTests {

	private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

	private static final Instant NOW = Instant.parse("2026-11-23T08:42:00Z");

	private static final Clock CLOCK = Clock.fixed(NOW, COPENHAGEN);

	private static final String FROM = "2026-08-31T08:42:00Z";

	private static final String UNTIL = "2026-11-23T08:42:00Z";

	private static final String EARLIER_FROM = "2026-06-08T08:42:00Z";

	private static final String ANNA = "anna.holm@min.example";

	private static final String CLARA = "clara.juhl@min.example";

	private static final String DAN = "dan.friis@min.example";

	private final JdbcClient database = TestDatabase.fresh().client();

	private final Insights insights = new Insights(new TaleRepository(this.database),
			new DueScale(new OverviewSettings(COPENHAGEN, 2, List.of(), Duration.ofMinutes(10), Duration.ofDays(3)),
					DueLimits.OF_THE_CALENDAR, CLOCK),
			CLOCK);

	private int sequence;

	@Test
	void everyFigureEqualsARecountOfTheJournal() {
		people();
		var random = new Random(20261123);
		for (int number = 0; number < 120; number++) {
			aCase(number, random);
		}

		var view = this.insights.of(84, Optional.empty());

		assertThat(view.opened()).isEqualTo(count("type = 'case.opened' and at >= :from"));
		assertThat(view.decided()).isEqualTo(count("%s and at >= :from".formatted(DECIDING)));
		assertThat(view.running()).isEqualTo(count("type = 'case.opened'") - count(DECIDING));
		assertThat(view.onTime())
			.contains(percent(count("%s and at >= :from and at <= %s".formatted(DECIDING, DEADLINE)),
					count("%s and at >= :from and %s is not null".formatted(DECIDING, DEADLINE))));
		assertThat(view.cameBack()).contains(percent(count("""
				%s and at >= :from and exists (select from entry r where r.stream = e.stream
					and r.data -> 'verdict' ->> 'outcome' = 'returned')""".formatted(DECIDING)), view.decided()));
		assertThat(view.median().orElseThrow().toSeconds()).isEqualTo(this.database
			.sql("""
					select percentile_disc(0.5) within group (order by %s) from entry e
					join entry o on o.stream = e.stream and o.type = 'case.opened' where %s and e.at >= :from::timestamptz
					"""
				.formatted(worked("o.at", "e.at"), DECIDING.replace("type", "e.type").replace("data ->", "e.data ->")))
			.param("from", FROM)
			.query(Long.class)
			.single());
		assertThat(view.before().decided()).isEqualTo(count(EARLIER));
		assertThat(view.replies().given()).isEqualTo(count(ANSWERING));
		assertThat(view.replies().inThread()).contains(percent(
				count(ANSWERING + " and data -> 'verdict' ->> 'method' = 'mail_reply'"), view.replies().given()));
		assertThat(view.replies().median().orElseThrow().toSeconds()).isEqualTo(this.database.sql("""
				select percentile_disc(0.5) within group (order by extract(epoch from e.at - a.at)::bigint) from entry e
				join entry a on a.stream = e.stream and a.type = 'request.sent'
					and a.data ->> 'ask' = e.data -> 'verdict' ->> 'request'
				where e.type = 'verdict.recorded' and e.at >= :from::timestamptz
					and e.at < '2026-11-23T08:42:00Z' and e.data -> 'verdict' ->> 'method' = 'mail_reply'
				""").param("from", FROM).query(Long.class).single());
		for (var stage : view.stages()) {
			var stays = recounted(stage.stage(), FROM, UNTIL);
			assertThat(stage.stays()).isEqualTo(stays.count());
			assertThat(stage.median().map(Duration::toSeconds)).as("%s", stage.stage()).isEqualTo(stays.median());
			assertThat(stage.mostly().map(Duration::toSeconds)).as("%s", stage.stage()).isEqualTo(stays.mostly());
			assertThat(stage.before().map(Duration::toSeconds)).as("%s", stage.stage())
				.isEqualTo(recounted(stage.stage(), EARLIER_FROM, FROM).median());
		}
		assertThat(view.before().onTime()).contains(percent(count("%s and at <= %s".formatted(EARLIER, DEADLINE)),
				count("%s and %s is not null".formatted(EARLIER, DEADLINE))));
		assertThat(view.before().cameBack()).contains(percent(count("""
				%s and exists (select from entry r where r.stream = e.stream
					and r.data -> 'verdict' ->> 'outcome' = 'returned')""".formatted(EARLIER)),
				view.before().decided()));
		theLevelsEqualARecount(view);
		theWeeksEqualARecount(view);
		theAgesEqualARecount(view);
	}

	/**
	 * Here the minister is asked everything, a head of unit checks, and what comes back
	 * goes to a case worker.
	 */
	private void theLevelsEqualARecount(InsightsView view) {
		var stages = Map.of(Level.MINISTER, Stage.DECIDE, Level.HEAD_OF_UNIT, Stage.CHECKED, Level.CASE_WORKER,
				Stage.PREPARED);
		var holders = Map.of(Level.MINISTER, ANNA, Level.HEAD_OF_UNIT, CLARA, Level.CASE_WORKER, DAN);
		assertThat(view.levels()).extracting(InsightsView.LevelTime::level)
			.containsExactly(Level.MINISTER, Level.HEAD_OF_UNIT, Level.CASE_WORKER);
		for (var level : view.levels()) {
			var stage = Objects.requireNonNull(stages.get(level.level()));
			var stays = recounted(stage, FROM, UNTIL);
			assertThat(level.stays()).isEqualTo(stays.count());
			assertThat(level.median().map(Duration::toSeconds)).isEqualTo(stays.median());
			assertThat(level.mostly().map(Duration::toSeconds)).isEqualTo(stays.mostly());
			assertThat(level.before().map(Duration::toSeconds))
				.isEqualTo(recounted(stage, EARLIER_FROM, FROM).median());
			assertThat(level.queue()).isEqualTo(this.database.sql("""
					select count(*) from case_file c where (select coalesce(e.data ->> 'approver', e.data ->> 'holder')
						from entry e where e.stream = 'case/' || c.id and e.type in ('request.sent', 'holder.changed')
						order by e.sequence desc limit 1) = :holder
					""")
				.param("holder", Objects.requireNonNull(holders.get(level.level())))
				.query(Integer.class)
				.single());
		}
	}

	private void theWeeksEqualARecount(InsightsView view) {
		for (var week : view.weeks()) {
			var within = "date_trunc('week', at at time zone 'Europe/Copenhagen')::date = '%s' and at >= :from and at < '%s'"
				.formatted(week.start(), UNTIL);
			var decided = "%s and %s".formatted(DECIDING, within);
			assertThat(week.opened()).isEqualTo(count("type = 'case.opened' and " + within));
			assertThat(week.late()).isEqualTo(count("%s and at > %s".formatted(decided, DEADLINE)));
			assertThat(week.onTime() + week.late()).isEqualTo(count(decided));
			assertThat(week.bound()).isEqualTo(count("%s and %s is not null".formatted(decided, DEADLINE)));
		}
	}

	/** By the last step of each case that runs. */
	private void theAgesEqualARecount(InsightsView view) {
		for (var age : view.ages()) {
			var days = this.database
				.sql("""
						select %s / 86400 as days from case_file c
						join lateral (select %s as stage, at from entry e where e.stream = 'case/' || c.id
							and e.type in ('case.opened', 'holder.changed', 'request.sent') order by e.sequence desc limit 1) last
							on last.stage = :stage
						"""
					.formatted(worked("last.at", "'%s'::timestamptz".formatted(UNTIL)), ENTERED.formatted("e")))
				.param("stage", age.stage().name())
				.query(Long.class)
				.list();
			assertThat(age.day()).isEqualTo((int) days.stream().filter((one) -> one < 1).count());
			assertThat(age.days3()).isEqualTo((int) days.stream().filter((one) -> one >= 1 && one < 3).count());
			assertThat(age.week()).isEqualTo((int) days.stream().filter((one) -> one >= 3 && one < 7).count());
			assertThat(age.older()).isEqualTo((int) days.stream().filter((one) -> one >= 7).count());
		}
	}

	/** What one statement says of the stays on a stage that ended in a period. */
	private record Stays(int count, Optional<Long> median, Optional<Long> mostly) {
	}

	/**
	 * A case is detected until it is first asked, to be decided from each request, or its
	 * return from a check, to the next answer or check, checked from then until it goes
	 * back, and prepared from its return to the next request.
	 */
	private Stays recounted(Stage stage, String from, String until) {
		var start = "%s = '%s' and t.type in ('request.sent', 'verdict.recorded', 'holder.changed')"
			.formatted(ENTERED.formatted("f"), stage.name());
		return this.database.sql("""
				select count(*) as stays, percentile_disc(0.5) within group (order by %1$s) as median,
					percentile_disc(0.85) within group (order by %1$s) as mostly from (
					select f.stream, f.at as from_at, min(t.at) as until_at from entry f
					join entry t on t.stream = f.stream and t.sequence > f.sequence
					where %2$s and (t.type <> 'verdict.recorded' or t.data -> 'verdict' ->> 'outcome' <> 'returned')
					group by f.stream, f.sequence, f.at) stay
				where until_at >= :from::timestamptz and until_at < :until::timestamptz and until_at > from_at
				""".formatted(worked("from_at", "until_at"), start))
			.param("from", from)
			.param("until", until)
			.query((row, _) -> {
				var enough = row.getInt("stays") >= InsightsView.FEWEST;
				return new Stays(row.getInt("stays"), enough ? Optional.of(row.getLong("median")) : Optional.empty(),
						enough ? Optional.of(row.getLong("mostly")) : Optional.empty());
			})
			.single();
	}

	/**
	 * Seconds on days that are no Saturday and no Sunday; there are no holidays in the
	 * period.
	 */
	private static String worked(String from, String until) {
		return """
				(select coalesce(sum(extract(epoch from least(%2$s, (d + interval '1 day') at time zone 'Europe/Copenhagen')
						- greatest(%1$s, d at time zone 'Europe/Copenhagen'))), 0)::bigint
					from generate_series(date_trunc('day', %1$s at time zone 'Europe/Copenhagen'),
						%2$s at time zone 'Europe/Copenhagen', interval '1 day') d
					where extract(isodow from d) < 6)
				"""
			.formatted(from, until);
	}

	@Test
	void theWeeksAddUpToThePeriod() {
		people();
		var random = new Random(7);
		for (int number = 0; number < 60; number++) {
			aCase(number, random);
		}

		var view = this.insights.of(84, Optional.empty());

		assertThat(view.weeks()).hasSize(13);
		assertThat(view.weeks().stream().mapToInt(InsightsView.Week::opened).sum()).isEqualTo(view.opened());
		assertThat(view.weeks().stream().mapToInt((week) -> week.onTime() + week.late()).sum())
			.isEqualTo(view.decided());
		assertThat(view.weeks().stream().mapToInt(InsightsView.Week::bound).sum())
			.isEqualTo(count("%s and at >= :from and %s is not null".formatted(DECIDING, DEADLINE)));
		assertThat(view.ages().stream().mapToInt(InsightsView.Age::all).sum()).isEqualTo(view.running());
		assertThat(view.ages()).allSatisfy((age) -> assertThat(age.cases()).hasSize(age.all()));
	}

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

	private static final String DECIDING = "type = 'verdict.recorded' and data -> 'verdict' ->> 'outcome' <> 'returned'";

	/** Which stage an entry of the journal brings a case to, here. */
	private static final String ENTERED = """
			case when %1$s.type = 'case.opened' then 'DETECTED' when %1$s.type = 'request.sent' then 'DECIDE'
				when %1$s.type <> 'holder.changed' then '' when %1$s.data ->> 'checking' = 'true' then 'CHECKED'
				when %1$s.data ->> 'holder' = 'anna.holm@min.example' then 'DECIDE' else 'PREPARED' end""";

	/** Some of what the test writes has not happened yet. */
	private static final String ANSWERING = "type = 'verdict.recorded' and at >= :from and at < '2026-11-23T08:42:00Z'";

	private static final String EARLIER = DECIDING + " and at >= '2026-06-08T08:42:00Z' and at < :from";

	private static final String DEADLINE = """
			(select (o.data ->> 'deadline')::timestamptz from entry o where o.stream = e.stream and o.type = 'case.opened')""";

	/** One that is asked once, returned and checked sometimes, decided mostly. */
	private void aCase(int number, Random random) {
		var at = NOW.minus(Duration.ofHours(1 + random.nextInt(24 * 120)));
		opened(number, at, random.nextBoolean() ? at.plus(Duration.ofDays(random.nextInt(6))) : null);
		var asked = at.plus(Duration.ofMinutes(random.nextInt(60)));
		asked(number, asked, ANNA, 1);
		var revision = 1;
		if (random.nextInt(4) == 0) {
			asked = asked.plus(Duration.ofHours(random.nextInt(40)));
			answered(number, asked, "returned", 1);
			holder(number, asked, DAN);
			asked = asked.plus(Duration.ofHours(random.nextInt(40)));
			asked(number, asked, ANNA, 2);
			revision = 2;
		}
		if (random.nextInt(3) == 0) {
			asked = asked.plus(Duration.ofHours(1 + random.nextInt(20)));
			checking(number, asked, CLARA);
			if (random.nextInt(5) > 0) {
				asked = asked.plus(Duration.ofHours(1 + random.nextInt(60)));
				holder(number, asked, ANNA);
			}
		}
		var answered = asked.plus(Duration.ofHours(1 + random.nextInt(24 * 9)));
		if (answered.isBefore(NOW)) {
			answered(number, answered, random.nextInt(5) == 0 ? "rejected" : "approved", revision);
		}
		else {
			this.database
				.sql("""
						insert into case_file (id, number, title, type, language, state, holder_since, opened_by, mode, opened_at,
							changed_at)
						values (:id, :id, 't', 'decision', 'da', 'WAITING', now(), :id, 'LIVE', now(), now())
						""")
				.param("id", "cs_" + number)
				.update();
		}
	}

	private void opened(int number, Instant at, @Nullable Instant deadline) {
		opened(number, at, deadline, DAN);
	}

	private void opened(int number, Instant at, @Nullable Instant deadline, String requester) {
		entry(number, at, "case.opened", (deadline != null) ? Map.of("deadline", deadline.toString()) : Map.of());
		entry(number, at, "participant.changed", Map.of("address", requester, "role", "REQUESTER", "name", "Dan"));
	}

	private void asked(int number, Instant at, String approver, int revision) {
		entry(number, at, "request.sent",
				Map.of("ask", "ask_%d_%d".formatted(number, revision), "approver", approver, "revision", revision));
	}

	private void holder(int number, Instant at, String holder) {
		entry(number, at, "holder.changed", Map.of("holder", holder, "reason", "A verdict was given."));
	}

	private void checking(int number, Instant at, String holder) {
		entry(number, at, "holder.changed",
				Map.of("holder", holder, "reason", "Er tallene rigtige?", "checking", true));
	}

	private void work(int number, Instant at, String type, String task, String state) {
		entry(number, at, type, Map.of("task", task, "assignee", CLARA, "what", "Lav et notat", "state", state));
	}

	private void answered(int number, Instant at, String outcome, int revision) {
		entry(number, at, "verdict.recorded", Map.of("verdict", Map.of("outcome", outcome, "request",
				"ask_%d_%d".formatted(number, revision), "method", (number % 3 == 0) ? "page" : "mail_reply")));
	}

	private void entry(int number, Instant at, String type, Map<String, ?> data) {
		this.sequence++;
		this.database.sql("""
				insert into entry (stream, sequence, type, event_id, at, actor, mode, data, previous, hash)
				values (:stream, :sequence, :type, :id, :at, 'system', 'live', :data::jsonb, '', '')
				""")
			.param("stream", "case/cs_" + number)
			.param("sequence", this.sequence)
			.param("type", type)
			.param("id", "ev_" + this.sequence)
			.param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
			.param("data", new JsonMapper().writeValueAsString(data))
			.update();
	}

	private void people() {
		for (var person : List.of(List.of(ANNA, "Anna Holm", "Ministeren", "MINISTER"),
				List.of(CLARA, "Clara Juhl", "Økonomi", "HEAD_OF_UNIT"),
				List.of(DAN, "Dan Friis", "Jura", "CASE_WORKER"))) {
			this.database.sql("insert into person (address, name, unit, level) values (:address, :name, :unit, :level)")
				.param("address", person.get(0))
				.param("name", person.get(1))
				.param("unit", person.get(2))
				.param("level", person.get(3))
				.update();
		}
	}

	private int count(String where) {
		return this.database.sql("select count(*) from entry e where " + where.replace(":from", "'" + FROM + "'"))
			.query(Integer.class)
			.single();
	}

	private static int percent(int part, int whole) {
		return Math.round(100f * part / whole);
	}

}
