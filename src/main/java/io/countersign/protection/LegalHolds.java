package io.countersign.protection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import io.countersign.cases.CaseId;
import io.countersign.identity.EmailAddress;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** DP-2: while one stands, nothing it covers is forgotten. */
@Service
public class LegalHolds {

	private static final String STANDS = "h.lifted_at is null and h.until > now()\n";

	private final JdbcClient database;

	private final ApplicationEventPublisher events;

	LegalHolds(JdbcClient database, ApplicationEventPublisher events) {
		this.database = database;
		this.events = events;
	}

	/**
	 * What keeps a case from being forgotten: one of its own, or of somebody who has a
	 * part in it. None is set or lifted until the transaction of the caller ends.
	 */
	@Transactional
	public Optional<LegalHold> of(CaseId id) {
		lock("share");
		return this.database.sql("select * from legal_hold h where " + STANDS + """
				and (h.case_id = :case or h.person in (
					select person from case_part where case_id = :case
					union all select acted_by from verdict where case_id = :case))
				order by h.until desc limit 1
				""").param("case", id.value()).query(LegalHolds::hold).optional();
	}

	/** What keeps a message of no case from being forgotten: somebody it names. */
	@Transactional
	public Optional<LegalHold> ofMessage(String message) {
		lock("share");
		return this.database.sql("select h.* from legal_hold h, mail m where " + STANDS + """
				and m.message = :message and position(h.person in lower(m.parsed::text)) > 0
				order by h.until desc limit 1
				""").param("message", message).query(LegalHolds::hold).optional();
	}

	/** Those behind an id, in the order of ids; also what is over. */
	List<LegalHold> after(String id, int limit) {
		return this.database.sql("select * from legal_hold where id > :id order by id limit :limit")
			.param("id", id)
			.param("limit", limit)
			.query(LegalHolds::hold)
			.list();
	}

	/** Those that stand, and behind them what is over; each the newest first. */
	public List<LegalHold> newest(int limit) {
		return this.database
			.sql("select * from legal_hold h order by " + STANDS.strip() + " desc, h.set_at desc, h.id limit :limit")
			.param("limit", limit)
			.query(LegalHolds::hold)
			.list();
	}

	/**
	 * Repeating it changes nothing.
	 * @return what stands now; nothing when the id is that of a hold on something else,
	 * or of one that was lifted
	 */
	@Transactional
	public Optional<LegalHold> put(String id, Optional<CaseId> caseId, Optional<EmailAddress> person, String why,
			Instant until, String actor) {
		lock("exclusive");
		var before = find(id);
		this.database.sql("""
				insert into legal_hold as known (id, case_id, person, why, set_by, until)
				values (:id, :case, :person, :why, :actor, :until::timestamptz)
				on conflict (id) do update set why = excluded.why, until = excluded.until
				where known.case_id is not distinct from excluded.case_id
					and known.person is not distinct from excluded.person and known.lifted_at is null
				""")
			.param("id", id)
			.param("case", caseId.map(CaseId::value).orElse(null))
			.param("person", person.map(EmailAddress::value).orElse(null))
			.param("why", why)
			.param("actor", actor)
			.param("until", until.toString())
			.update();
		var now = find(id)
			.filter((one) -> one.liftedAt().isEmpty() && one.caseId().equals(caseId) && one.person().equals(person));
		now.filter((one) -> !before.equals(now))
			.ifPresent((one) -> this.events.publishEvent(new LegalHoldSet(one, actor, moment())));
		return now;
	}

	/** Answers false where none stands. */
	@Transactional
	public boolean lift(String id, String actor) {
		lock("exclusive");
		var lifted = this.database.sql("update legal_hold h set lifted_at = now() where h.id = :id and " + STANDS)
			.param("id", id)
			.update() == 1;
		if (lifted) {
			this.events.publishEvent(new LegalHoldLifted(id, actor, moment()));
		}
		return lifted;
	}

	private Optional<LegalHold> find(String id) {
		return this.database.sql("select * from legal_hold where id = :id")
			.param("id", id)
			.query(LegalHolds::hold)
			.optional();
	}

	private Instant moment() {
		return this.database.sql("select now()").query(OffsetDateTime.class).single().toInstant();
	}

	private void lock(String mode) {
		this.database.sql("lock table legal_hold in %s mode".formatted(mode)).update();
	}

	private static LegalHold hold(ResultSet row, int number) throws SQLException {
		return new LegalHold(row.getString("id"), Optional.ofNullable(row.getString("case_id")).map(CaseId::new),
				Optional.ofNullable(row.getString("person")).map(EmailAddress::new), row.getString("why"),
				row.getString("set_by"), instant(row, "set_at").orElseThrow(), instant(row, "until").orElseThrow(),
				instant(row, "lifted_at"));
	}

	private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}

}
