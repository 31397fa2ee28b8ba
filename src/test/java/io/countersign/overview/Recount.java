package io.countersign.overview;

import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal counted by single statements. */
record Recount(JdbcClient database) {

	static final String FROM = "2026-08-31T08:42:00Z";

	static final String UNTIL = "2026-11-23T08:42:00Z";

	static final String EARLIER_FROM = "2026-06-08T08:42:00Z";

	static final String DECIDING = "type = 'verdict.recorded' and data -> 'verdict' ->> 'outcome' <> 'returned'";

	/** Some of what the test writes has not happened yet. */
	static final String ANSWERING = "type = 'verdict.recorded' and at >= :from and at < '2026-11-23T08:42:00Z'";

	static final String EARLIER = DECIDING + " and at >= '2026-06-08T08:42:00Z' and at < :from";

	static final String DEADLINE = """
			(select (o.data ->> 'deadline')::timestamptz from entry o where o.stream = e.stream and o.type = 'case.opened')""";

	/** Which stage an entry of the journal brings a case to, here. */
	static final String ENTERED = """
			case when %1$s.type = 'case.opened' then 'DETECTED' when %1$s.type = 'request.sent' then 'DECIDE'
				when %1$s.type <> 'holder.changed' then '' when %1$s.data ->> 'checking' = 'true' then 'CHECKED'
				when %1$s.data ->> 'holder' = 'anna.holm@min.example' then 'DECIDE' else 'PREPARED' end""";

	/** What one statement says of the stays on a stage that ended in a period. */
	record Stays(int count, Optional<Long> median, Optional<Long> mostly) {
	}

	/**
	 * A case is detected until it is first asked, to be decided from each request, or its
	 * return from a check, to the next answer or check, checked from then until it goes
	 * back, and prepared from its return to the next request.
	 */
	Stays stays(Stage stage, String from, String until) {
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
	 * How often and how many seconds cases have stood on a stage within the period, those
	 * that stand there still among them.
	 */
	record Stood(int stays, long seconds) {
	}

	Stood stood(Stage stage) {
		return this.database
			.sql("""
					select count(*) as stays, coalesce(sum(seconds), 0) as seconds from (
						select %s as seconds from (
							select greatest(f.at, :from::timestamptz) as from_at, least(:until::timestamptz, (
								select min(t.at) from entry t where t.stream = f.stream and t.sequence > f.sequence
									and t.type in ('request.sent', 'verdict.recorded', 'holder.changed')
									and (t.type <> 'verdict.recorded' or t.data -> 'verdict' ->> 'outcome' <> 'returned'))) as until_at
							from entry f where %s = '%s' and f.at < :until::timestamptz) stay
						where until_at > from_at) worked
					where seconds > 0
					"""
				.formatted(worked("from_at", "until_at"), ENTERED.formatted("f"), stage.name()))
			.param("from", FROM)
			.param("until", UNTIL)
			.query((row, _) -> new Stood(row.getInt("stays"), row.getLong("seconds")))
			.single();
	}

	/**
	 * Seconds on days that are no Saturday and no Sunday; there are no holidays in the
	 * period.
	 */
	static String worked(String from, String until) {
		return """
				(select coalesce(sum(extract(epoch from least(%2$s, (d + interval '1 day') at time zone 'Europe/Copenhagen')
						- greatest(%1$s, d at time zone 'Europe/Copenhagen'))), 0)::bigint
					from generate_series(date_trunc('day', %1$s at time zone 'Europe/Copenhagen'),
						%2$s at time zone 'Europe/Copenhagen', interval '1 day') d
					where extract(isodow from d) < 6)
				"""
			.formatted(from, until);
	}

	int count(String where) {
		return this.database.sql("select count(*) from entry e where " + where.replace(":from", "'" + FROM + "'"))
			.query(Integer.class)
			.single();
	}

	static int percent(int part, int whole) {
		return Math.round(100f * part / whole);
	}

}
