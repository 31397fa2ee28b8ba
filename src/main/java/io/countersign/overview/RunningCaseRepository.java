package io.countersign.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.identity.EmailAddress;
import io.countersign.identity.Level;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class RunningCaseRepository {

	private static final String RUNNING = """
			select c.id, c.number, c.title, c.state <> 'WAITING' as decided, c.changed_at, c.holder_since,
				case when c.deadline_certain then c.deadline_at end as deadline,
				coalesce(p.set_name, p.name, (select h.name from participant h
					where h.case_id = c.id and h.address = c.holder), c.holder, '') as holder,
				coalesce(p.set_level, p.level) as level, coalesce(p.set_unit, p.unit, '') as unit,
				(select t.description from task t where t.case_id = c.id order by t.id limit 1) as work,
				(select m.reason from case_message m where m.message = c.opened_by) as opened_because,
				exists (select from message s where s.kind = 'CHAT' and s.id = coalesce(
					(select a.message from ask a where a.case_id = c.id order by a.revision desc limit 1), c.opened_by))
					as in_chat,
				exists (select from participant r where r.case_id = c.id and r.address = c.holder
					and r.role = 'REQUESTER') as returned_to_asker,
				c.checking and not exists (select from ask a where a.case_id = c.id and a.state = 'OPEN'
					and a.approver = c.holder) as checking,
				exists (select from ask a where a.case_id = c.id and a.state = 'OPEN') as asked,
				exists (select from verdict v where v.case_id = c.id and v.state = 'ACTIVE' and v.outcome = 'RETURNED')
					as returned
			from case_file c left join person p on p.address = c.holder
			where (c.state = 'WAITING' or (c.state = 'DECIDED' and c.changed_at > :decidedSince))
			""";

	private final JdbcClient database;

	RunningCaseRepository(JdbcClient database) {
		this.database = database;
	}

	List<RunningCase> all(Instant decidedSince) {
		return running("", decidedSince).query(RunningCaseRepository::running).list();
	}

	/** Those of the cases that run. */
	List<RunningCase> of(Collection<String> ids, Instant decidedSince) {
		return running("and c.id = any(:ids)", decidedSince).param("ids", ids.toArray(String[]::new))
			.query(RunningCaseRepository::running)
			.list();
	}

	/** The cases this person has a part in, whether they run or not. */
	Set<String> seenBy(EmailAddress person) {
		return this.database.sql("select distinct case_id from case_reader where person = :person")
			.param("person", person.value())
			.query((row, _) -> row.getString("case_id"))
			.list()
			.stream()
			.collect(Collectors.toSet());
	}

	/** Where the journal ends, as far as others have committed it. */
	long end() {
		return this.database.sql("select coalesce(max(position), 0) from entry").query(Long.class).single();
	}

	/**
	 * The streams of the journal that have grown behind that position, with their ends.
	 */
	Map<String, Long> grown(long position) {
		return this.database
			.sql("select stream, max(position) as position from entry where position > :position group by stream")
			.param("position", position)
			.query((row, _) -> Map.entry(row.getString("stream"), row.getLong("position")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
	}

	private StatementSpec running(String which, Instant decidedSince) {
		return this.database.sql(RUNNING + which).param("decidedSince", decidedSince.atOffset(ZoneOffset.UTC));
	}

	private static RunningCase running(ResultSet row, int number) throws SQLException {
		var title = row.getString("title");
		var holder = row.getString("holder").intern();
		var unit = row.getString("unit").intern();
		var text = Stream
			.of(row.getString("number"), title, holder, unit, row.getString("work"),
					AskedSentence.in(row.getString("opened_because")).orElse(null))
			.filter(Objects::nonNull)
			.collect(Collectors.joining(" "));
		return new RunningCase(row.getString("id"), row.getString("number"), text.toLowerCase(Locale.ROOT), stage(row),
				holder, Optional.ofNullable(row.getString("level")).map(Level::valueOf), unit,
				row.getObject("holder_since", OffsetDateTime.class).toInstant(),
				Optional.ofNullable(row.getObject("deadline", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
				row.getObject("changed_at", OffsetDateTime.class).toInstant(), row.getBoolean("returned"),
				Flag.isUrgent(title), Flag.source(row.getBoolean("in_chat")));
	}

	/**
	 * What is read before it is decided is checked; work, and what has come back, is
	 * prepared.
	 */
	private static Stage stage(ResultSet row) throws SQLException {
		if (row.getBoolean("decided")) {
			return Stage.FILED;
		}
		if (row.getBoolean("checking")) {
			return Stage.CHECKED;
		}
		if (row.getString("work") != null || row.getBoolean("returned_to_asker")) {
			return Stage.PREPARED;
		}
		return row.getBoolean("asked") ? Stage.DECIDE : Stage.DETECTED;
	}

}
