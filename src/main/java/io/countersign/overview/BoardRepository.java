package io.countersign.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.countersign.cases.CaseState;
import io.countersign.cases.Role;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Level;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the board's rows in one statement from what the cases have written. */
@Repository
class BoardRepository {

	private static final String ROWS = """
			select c.id, c.number, c.title, c.language, c.state, c.holder_since, h.role as holder_role,
				case when c.deadline_certain then c.deadline_at end as deadline,
				coalesce(p.set_name, p.name, h.name, c.holder, '') as holder_name,
				coalesce(p.set_level, p.level) as holder_level, coalesce(p.set_unit, p.unit) as holder_unit,
				(select count(distinct d.name) from case_document d where d.case_id = c.id) as documents,
				(select count(*) from case_message m where m.case_id = c.id) as messages,
				c.checking and not exists (select from ask a where a.case_id = c.id and a.state = 'OPEN'
					and a.approver = c.holder) as checking,
				exists (select from ask a where a.case_id = c.id and a.state = 'OPEN') as asked,
				c.state = 'WAITING'
					and exists (select from verdict v where v.case_id = c.id and v.state = 'HELD') as held,
				exists (select from verdict v where v.case_id = c.id and v.state = 'ACTIVE' and v.outcome = 'RETURNED')
					as returned,
				(select t.description from task t where t.case_id = c.id order by t.id limit 1) as work,
				(select m.reason from case_message m where m.message = c.opened_by) as opened_because,
				exists (select from message s where s.kind = 'CHAT' and s.id = coalesce(
					(select a.message from ask a where a.case_id = c.id order by a.revision desc limit 1), c.opened_by))
					as in_chat,
				(select coalesce(rp.set_name, rp.name, r.name) from participant r
					left join person rp on rp.address = r.address
					where r.case_id = c.id and r.role = 'REQUESTER' order by r.position limit 1) as requester,
				a.last_day as away_until, a.named as away_named, a.quote as away_quote,
				coalesce(s.set_name, s.name) || ' <' || s.address || '>' as away_proposal
			from case_file c
			left join person p on p.address = c.holder
			left join absence a on a.person = c.holder and a.ends_at > now()
			left join person s on s.address = a.stand_in
			left join participant h on h.case_id = c.id and h.address = c.holder
			""";

	private static final String WAITING_FOR = """
			where c.state = 'WAITING' and exists (
				select from ask a where a.case_id = c.id and a.approver = :person and a.state = 'OPEN'
					and a.revision = (select max(b.revision) from ask b where b.case_id = c.id)
					and not exists (select from verdict v where v.ask = a.id and v.state = 'ACTIVE'
						and v.outcome in ('RETURNED', 'DELEGATED')))
			""";

	private final JdbcClient database;

	private final DueScale scale;

	BoardRepository(JdbcClient database, DueScale scale) {
		this.database = database;
		this.scale = scale;
	}

	/** These cases, in no order. */
	List<BoardRow> all(List<String> ids) {
		return this.database.sql(ROWS + "where c.id = any(:ids)")
			.param("ids", ids.toArray(String[]::new))
			.query((row, _) -> row(row))
			.list();
	}

	/** What is put to this person and waits, also what he has put off. */
	List<BoardRow> waitingFor(EmailAddress person) {
		return this.database.sql(ROWS + WAITING_FOR).param("person", person.value()).query((row, _) -> row(row)).list();
	}

	int countWaitingFor(EmailAddress person) {
		return this.database.sql("select count(*) from case_file c " + WAITING_FOR)
			.param("person", person.value())
			.query(Integer.class)
			.single();
	}

	/** Work this person has ordered and that is not done, or was done lately. */
	List<BoardRow> orderedBy(EmailAddress person, Instant doneSince) {
		return this.database.sql(ROWS + """
				where exists (select from task t where t.case_id = c.id)
					and exists (select from participant o where o.case_id = c.id and o.address = :person
						and o.role = 'REQUESTER')
					and (c.state = 'WAITING' or c.changed_at > :doneSince)
				""")
			.param("person", person.value())
			.param("doneSince", doneSince.atOffset(ZoneOffset.UTC))
			.query((row, _) -> row(row))
			.list();
	}

	List<Colleague> colleagues(int limit) {
		return this.database.sql("""
				select address, coalesce(set_name, name) as name from person
				where external_id is not null and coalesce(set_level, level) is not null order by 2, 1 limit :limit
				""")
			.param("limit", limit)
			.query((row, _) -> new Colleague(new EmailAddress(row.getString("address")), row.getString("name")))
			.list();
	}

	Optional<BoardRow> find(String caseId) {
		return this.database.sql(ROWS + "where c.id = :id").param("id", caseId).query((row, _) -> row(row)).optional();
	}

	private BoardRow row(ResultSet row) throws SQLException {
		var stage = stage(row);
		var deadline = Optional.ofNullable(row.getObject("deadline", OffsetDateTime.class))
			.map(OffsetDateTime::toInstant);
		var holder = new BoardRow.Holder(row.getString("holder_name"),
				Optional.ofNullable(row.getString("holder_level")).map(Level::valueOf),
				Optional.ofNullable(row.getString("holder_unit")), away(row));
		return new BoardRow(row.getString("id"), row.getString("number"), row.getString("title"),
				row.getString("language"), Optional.ofNullable(row.getString("work")),
				AskedSentence.in(row.getString("opened_because")), Optional.ofNullable(row.getString("requester")),
				stage, holder, row.getObject("holder_since", OffsetDateTime.class).toInstant(),
				(stage == Stage.FILED) ? this.scale.done(deadline) : this.scale.of(deadline), row.getInt("documents"),
				row.getInt("messages"), row.getBoolean("held"), flags(row, stage));
	}

	private Set<Flag> flags(ResultSet row, Stage stage) throws SQLException {
		var flags = EnumSet.noneOf(Flag.class);
		var since = row.getObject("holder_since", OffsetDateTime.class).toInstant();
		if (stage != Stage.FILED && this.scale.isSlow(since)) {
			flags.add(Flag.SLOW);
		}
		if (stage != Stage.FILED && row.getBoolean("returned")) {
			flags.add(Flag.RETUR);
		}
		if (stage != Stage.FILED && Flag.isUrgent(row.getString("title"))) {
			flags.add(Flag.HASTER);
		}
		flags.add(Flag.source(row.getBoolean("in_chat")));
		return flags;
	}

	private static Optional<Away> away(ResultSet row) throws SQLException {
		var lastDay = row.getObject("away_until", LocalDate.class);
		return (lastDay == null) ? Optional.empty()
				: Optional.of(new Away(lastDay, Optional.ofNullable(row.getString("away_named")),
						Optional.ofNullable(row.getString("away_proposal")), row.getString("away_quote")));
	}

	/**
	 * What is read before it is decided is checked; work, and what has come back, is
	 * prepared.
	 */
	private static Stage stage(ResultSet row) throws SQLException {
		if (CaseState.valueOf(row.getString("state")) != CaseState.WAITING) {
			return Stage.FILED;
		}
		if (row.getBoolean("checking")) {
			return Stage.CHECKED;
		}
		if (row.getString("work") != null || Role.REQUESTER.name().equals(row.getString("holder_role"))) {
			return Stage.PREPARED;
		}
		return row.getBoolean("asked") ? Stage.DECIDE : Stage.DETECTED;
	}

}
