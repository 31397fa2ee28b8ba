package io.countersign.triage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import io.countersign.cases.CaseId;
import io.countersign.protection.LegalHold;
import io.countersign.protection.LegalHolds;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** DP-1: which cases have been kept for as long as their category says. */
@Component
public class Retention {

	private static final String OVER = """
			select c.id, c.number, c.type, c.changed_at from case_file c
			where c.state in ('DECIDED', 'CLOSED') and c.number > :after
				and not exists (select from entry e where e.stream = 'case/' || c.id and e.type = 'case.purged')
			""";

	private static final String CONTENT = """
			select (select count(*) from case_message where case_id = :case) as mails,
				count(distinct f.document) filter (where f.document is distinct from m.raw) as files,
				coalesce(sum(b.size), 0) as bytes,
				exists (select from release where subject = :wanted and at > now() - interval '7 days') as wanted
			from case_message j join message m on m.id = j.message
				join message_file f on f.message = m.id join blob b on b.sha256 = f.document
			where j.case_id = :case
			""";

	private final JdbcClient database;

	private final RetentionProperties periods;

	private final LegalHolds holds;

	private final ZoneId zone;

	private final Clock clock;

	Retention(JdbcClient database, RetentionProperties periods, LegalHolds holds, TriageProperties settings,
			Clock clock) {
		this.database = database;
		this.periods = periods;
		this.holds = holds;
		this.zone = settings.zone();
		this.clock = clock;
	}

	private record Over(CaseId id, String number, String category, Instant at) {
	}

	/** Those behind a number, in the order of numbers. It changes nothing. */
	@Transactional
	public List<Expired> after(String number, int limit) {
		return this.database.sql(OVER + "order by c.number")
			.param("after", number)
			.query(Retention::over)
			.list()
			.stream()
			.flatMap((one) -> expired(one).stream())
			.limit(limit)
			.toList();
	}

	/** Nothing where the case is still to be kept, or is forgotten already. */
	@Transactional
	Optional<Expired> find(CaseId id) {
		return this.database.sql(OVER + "and c.id = :case")
			.param("after", "")
			.param("case", id.value())
			.query(Retention::over)
			.optional()
			.flatMap(this::expired);
	}

	private Optional<Expired> expired(Over over) {
		return this.periods.of(over.category())
			.map((period) -> end(over.at(), period))
			.filter((end) -> !end.isAfter(this.clock.instant()))
			.map((end) -> measured(over, end));
	}

	/** In the calendar of the organisation: five years are not 1825 days. */
	private Instant end(Instant over, Period period) {
		return over.atZone(this.zone).plus(period).toInstant();
	}

	private Expired measured(Over over, Instant since) {
		var hold = this.holds.of(over.id()).map(LegalHold::sentence);
		return this.database.sql(CONTENT)
			.param("case", over.id().value())
			.param("wanted", Wanted.Act.PURGE.of(over.id().value()))
			.query((row, _) -> new Expired(over.id(), over.number(), over.category(), over.at(), since,
					row.getInt("mails"), row.getInt("files"), row.getLong("bytes"), row.getBoolean("wanted"), hold))
			.single();
	}

	private static Over over(ResultSet row, int number) throws SQLException {
		return new Over(new CaseId(row.getString("id")), row.getString("number"), row.getString("type"),
				row.getObject("changed_at", OffsetDateTime.class).toInstant());
	}

}
