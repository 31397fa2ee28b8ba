package io.countersign.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may answer for whom, and when. */
@Service
public class Mandates {

	private final JdbcClient database;

	Mandates(JdbcClient database) {
		this.database = database;
	}

	public Optional<Mandate> covering(EmailAddress principal, EmailAddress delegate, Instant at) {
		return this.database.sql("""
				select id, principal, delegate, valid_from, valid_to from mandate
				where principal = :principal and delegate = :delegate
					and valid_from <= :at::timestamptz and valid_to > :at::timestamptz
				order by valid_from limit 1
				""")
			.param("principal", principal.value())
			.param("delegate", delegate.value())
			.param("at", at.toString())
			.query(Mandates::mandate)
			.optional();
	}

	List<Mandate> all() {
		return this.database.sql("select id, principal, delegate, valid_from, valid_to from mandate order by id")
			.query(Mandates::mandate)
			.list();
	}

	@Transactional
	public void put(Mandate mandate) {
		this.database.sql("""
				insert into mandate (id, principal, delegate, valid_from, valid_to)
				values (:id, :principal, :delegate, :from::timestamptz, :to::timestamptz)
				on conflict (id) do update set principal = excluded.principal, delegate = excluded.delegate,
					valid_from = excluded.valid_from, valid_to = excluded.valid_to
				""")
			.param("id", mandate.id())
			.param("principal", mandate.principal().value())
			.param("delegate", mandate.delegate().value())
			.param("from", mandate.from().toString())
			.param("to", mandate.to().toString())
			.update();
	}

	private static Mandate mandate(ResultSet row, int number) throws SQLException {
		return new Mandate(row.getString("id"), new EmailAddress(row.getString("principal")),
				new EmailAddress(row.getString("delegate")),
				row.getObject("valid_from", OffsetDateTime.class).toInstant(),
				row.getObject("valid_to", OffsetDateTime.class).toInstant());
	}

}
