package io.countersign.overview;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

import io.countersign.identity.Level;
import org.junit.jupiter.api.Test;

import static io.countersign.overview.Recount.ANSWERING;
import static io.countersign.overview.Recount.DEADLINE;
import static io.countersign.overview.Recount.DECIDING;
import static io.countersign.overview.Recount.EARLIER;
import static io.countersign.overview.Recount.EARLIER_FROM;
import static io.countersign.overview.Recount.ENTERED;
import static io.countersign.overview.Recount.FROM;
import static io.countersign.overview.Recount.UNTIL;
import static io.countersign.overview.Recount.percent;
import static io.countersign.overview.Recount.worked;
import static org.assertj.core.api.Assertions.assertThat;

/** Every figure is what the journal says, counted in another way. */
class InsightsRecountTests extends ToldCases {

	private final Recount recount = new Recount(this.database);

	@Test
	void everyFigureEqualsARecountOfTheJournal() {
		people();
		var random = new Random(20261123);
		for (int number = 0; number < 120; number++) {
			aCase(number, random);
		}

		var view = this.insights.of(84, Optional.empty());

		assertThat(view.opened()).isEqualTo(this.recount.count("type = 'case.opened' and at >= :from"));
		assertThat(view.decided()).isEqualTo(this.recount.count("%s and at >= :from".formatted(DECIDING)));
		assertThat(view.running()).isEqualTo(this.recount.count("type = 'case.opened'") - this.recount.count(DECIDING));
		assertThat(view.onTime())
			.contains(percent(this.recount.count("%s and at >= :from and at <= %s".formatted(DECIDING, DEADLINE)),
					this.recount.count("%s and at >= :from and %s is not null".formatted(DECIDING, DEADLINE))));
		assertThat(view.cameBack()).contains(percent(this.recount.count("""
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
		assertThat(view.before().decided()).isEqualTo(this.recount.count(EARLIER));
		assertThat(view.replies().given()).isEqualTo(this.recount.count(ANSWERING));
		assertThat(view.replies().inThread())
			.contains(percent(this.recount.count(ANSWERING + " and data -> 'verdict' ->> 'method' = 'mail_reply'"),
					view.replies().given()));
		assertThat(view.replies().median().orElseThrow().toSeconds()).isEqualTo(this.database.sql("""
				select percentile_disc(0.5) within group (order by extract(epoch from e.at - a.at)::bigint) from entry e
				join entry a on a.stream = e.stream and a.type = 'request.sent'
					and a.data ->> 'ask' = e.data -> 'verdict' ->> 'request'
				where e.type = 'verdict.recorded' and e.at >= :from::timestamptz
					and e.at < '2026-11-23T08:42:00Z' and e.data -> 'verdict' ->> 'method' = 'mail_reply'
				""").param("from", FROM).query(Long.class).single());
		for (var stage : view.stages()) {
			var stays = this.recount.stays(stage.stage(), FROM, UNTIL);
			assertThat(stage.stays()).isEqualTo(stays.count());
			assertThat(stage.median().map(Duration::toSeconds)).as("%s", stage.stage()).isEqualTo(stays.median());
			assertThat(stage.mostly().map(Duration::toSeconds)).as("%s", stage.stage()).isEqualTo(stays.mostly());
			assertThat(stage.before().map(Duration::toSeconds)).as("%s", stage.stage())
				.isEqualTo(this.recount.stays(stage.stage(), EARLIER_FROM, FROM).median());
		}
		assertThat(view.before().onTime())
			.contains(percent(this.recount.count("%s and at <= %s".formatted(EARLIER, DEADLINE)),
					this.recount.count("%s and %s is not null".formatted(EARLIER, DEADLINE))));
		assertThat(view.before().cameBack()).contains(percent(this.recount.count("""
				%s and exists (select from entry r where r.stream = e.stream
					and r.data -> 'verdict' ->> 'outcome' = 'returned')""".formatted(EARLIER)),
				view.before().decided()));
		theLevelsEqualARecount(view);
		theWeeksEqualARecount(view);
		theWaitingEqualsARecount(view);
		theAgesEqualARecount(view);
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
			.isEqualTo(this.recount.count("%s and at >= :from and %s is not null".formatted(DECIDING, DEADLINE)));
		assertThat(view.ages().stream().mapToInt(InsightsView.Age::all).sum()).isEqualTo(view.running());
		assertThat(view.ages()).allSatisfy((age) -> assertThat(age.cases()).hasSize(age.all()));
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
			var stays = this.recount.stays(stage, FROM, UNTIL);
			assertThat(level.stays()).isEqualTo(stays.count());
			assertThat(level.median().map(Duration::toSeconds)).isEqualTo(stays.median());
			assertThat(level.mostly().map(Duration::toSeconds)).isEqualTo(stays.mostly());
			assertThat(level.before().map(Duration::toSeconds))
				.isEqualTo(this.recount.stays(stage, EARLIER_FROM, FROM).median());
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
			assertThat(week.opened()).isEqualTo(this.recount.count("type = 'case.opened' and " + within));
			assertThat(week.late()).isEqualTo(this.recount.count("%s and at > %s".formatted(decided, DEADLINE)));
			assertThat(week.onTime() + week.late()).isEqualTo(this.recount.count(decided));
			assertThat(week.bound())
				.isEqualTo(this.recount.count("%s and %s is not null".formatted(decided, DEADLINE)));
		}
	}

	/** Everything is asked by Jura, decided by the minister and checked in Økonomi. */
	private void theWaitingEqualsARecount(InsightsView view) {
		var stages = Map.of("Ministeren", Stage.DECIDE, "Økonomi", Stage.CHECKED);
		assertThat(view.waiting()).extracting(InsightsView.Waiting::forWhom)
			.containsExactlyInAnyOrderElementsOf(stages.keySet());
		for (var waiting : view.waiting()) {
			var stood = this.recount.stood(Objects.requireNonNull(stages.get(waiting.forWhom())));
			assertThat(waiting.who()).isEqualTo("Jura");
			assertThat(waiting.cases()).isEqualTo(stood.stays());
			assertThat(waiting.days()).isEqualTo(Math.round(stood.seconds() / 3600 / 24.0));
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

}
