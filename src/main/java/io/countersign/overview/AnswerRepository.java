package io.countersign.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import io.countersign.cases.CaseRights;
import io.countersign.cases.Decision;
import io.countersign.cases.Outcome;
import io.countersign.identity.Clearance;
import io.countersign.identity.EmailAddress;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AnswerRepository {

	private static final String ROWS = """
			select v.id, v.case_id, c.number, c.title, c.language, v.acted_by, v.outcome, v.decision ->> 'method' as method,
				v.decided_at, coalesce(p.set_name, p.name) as name
			from verdict v join case_file c on c.id = v.case_id left join person p on p.address = v.acted_by
			""";

	private final JdbcClient database;

	AnswerRepository(JdbcClient database) {
		this.database = database;
	}

	List<GivenAnswer> of(EmailAddress person, int limit) {
		return this.database
			.sql(ROWS + "where v.acted_by = :person and v.state = 'ACTIVE' order by v.decided_at desc limit :limit")
			.param("person", person.value())
			.param("limit", limit)
			.query(AnswerRepository::answer)
			.list();
	}

	List<GivenAnswer> held(Clearance clearance, int limit) {
		return this.database.sql(ROWS + """
				where v.state = 'HELD' and c.state = 'WAITING' and %s order by v.decided_at limit :limit
				""".formatted(CaseRights.SEEN))
			.params(CaseRights.of(clearance))
			.param("limit", limit)
			.query(AnswerRepository::answer)
			.list();
	}

	private static GivenAnswer answer(ResultSet row, int number) throws SQLException {
		return new GivenAnswer(row.getString("id"), row.getString("case_id"), row.getString("number"),
				row.getString("title"), row.getString("language"), new EmailAddress(row.getString("acted_by")),
				Optional.ofNullable(row.getString("name")), Outcome.valueOf(row.getString("outcome")),
				Decision.Method.valueOf(row.getString("method")),
				row.getObject("decided_at", OffsetDateTime.class).toInstant());
	}

}
