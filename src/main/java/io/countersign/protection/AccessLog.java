package io.countersign.protection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.countersign.protection.Access.Kind;
import io.countersign.protection.Access.Purpose;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** DP-4: who has read what, when and why. */
@Repository
public class AccessLog {

	private final JdbcClient database;

	private final ProtectionProperties settings;

	AccessLog(JdbcClient database, ProtectionProperties settings) {
		this.database = database;
		this.settings = settings;
	}

	/**
	 * Somebody asks to read.
	 * @param role why he may where he has no part in the case
	 * @return what {@link #answered} takes
	 */
	long asked(String person, Purpose role, Kind kind, Optional<String> caseId, Optional<String> subject, String door) {
		return this.database.sql("""
				insert into access (person, purpose, kind, case_id, subject, door)
				values (:person, case when exists (select from case_reader where case_id = :case and person = :person)
					then 'OWN_CASE' else :role end, :kind, :case, :subject, :door)
				returning position
				""")
			.param("person", person)
			.param("role", role.name())
			.param("kind", kind.name())
			.param("case", caseId.orElse(null))
			.param("subject", subject.orElse(null))
			.param("door", door)
			.query(Long.class)
			.single();
	}

	void answered(long position, int status) {
		this.database.sql("update access set status = :status where position = :position")
			.param("status", status)
			.param("position", position)
			.update();
	}

	/**
	 * The newest first.
	 * @param before the last position of the page before; {@link Long#MAX_VALUE} for the
	 * first
	 * @param caseId only of this case
	 * @param person only by this address or program
	 */
	public List<Access> before(long before, @Nullable String caseId, @Nullable String person, int limit) {
		return this.database.sql("""
				select * from access where position < :before and (:case::text is null or case_id = :case)
					and (:person::text is null or person = :person)
				order by position desc limit :limit
				""")
			.param("before", before)
			.param("case", caseId)
			.param("person", person)
			.param("limit", limit)
			.query(AccessLog::access)
			.list();
	}

	/** What is older than it is kept. */
	@Scheduled(initialDelay = 5, fixedDelay = 12 * 60, timeUnit = TimeUnit.MINUTES)
	void forget() {
		this.database.sql("delete from access where at < now() - :period::interval")
			.param("period", this.settings.keepAccesses().toString())
			.update();
	}

	private static Access access(ResultSet row, int number) throws SQLException {
		return new Access(row.getLong("position"), instant(row), row.getString("person"),
				Purpose.valueOf(row.getString("purpose")), Kind.valueOf(row.getString("kind")),
				Optional.ofNullable(row.getString("case_id")), Optional.ofNullable(row.getString("subject")),
				row.getString("door"), Optional.ofNullable(row.getObject("status", Integer.class)));
	}

	private static Instant instant(ResultSet row) throws SQLException {
		return row.getObject("at", OffsetDateTime.class).toInstant();
	}

}
