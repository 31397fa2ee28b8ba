package io.countersign.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may answer for whom, when, and up to what. */
@Service
public class Mandates {

	private static final String COLUMNS = """
			select id, principal, delegate, valid_from, valid_to, categories, max_amount, currency from mandate
			""";

	private final JdbcClient database;

	private final ApplicationEventPublisher events;

	Mandates(JdbcClient database, ApplicationEventPublisher events) {
		this.database = database;
		this.events = events;
	}

	/** Everything the delegate was ever given, also what has run out. */
	public List<Mandate> of(EmailAddress delegate) {
		return this.database.sql(COLUMNS + "where delegate = :delegate order by valid_from, id")
			.param("delegate", delegate.value())
			.query(Mandates::mandate)
			.list();
	}

	/** The mandates behind an id, in the order of ids. */
	List<Mandate> after(String id, int limit) {
		return this.database.sql(COLUMNS + "where id > :id order by id limit :limit")
			.param("id", id)
			.param("limit", limit)
			.query(Mandates::mandate)
			.list();
	}

	/** Repeating it changes nothing and leaves no second entry in the journal. */
	@Transactional
	public void put(Mandate mandate, String actor) {
		var changed = this.database
			.sql("""
					insert into mandate as known (id, principal, delegate, valid_from, valid_to, categories, max_amount,
						currency)
					values (:id, :principal, :delegate, :from::timestamptz, :to::timestamptz, :categories::text[], :maxAmount,
						:currency)
					on conflict (id) do update set principal = excluded.principal, delegate = excluded.delegate,
						valid_from = excluded.valid_from, valid_to = excluded.valid_to,
						categories = excluded.categories, max_amount = excluded.max_amount,
						currency = excluded.currency
					where known is distinct from excluded
					""")
			.param("id", mandate.id())
			.param("principal", mandate.principal().value())
			.param("delegate", mandate.delegate().value())
			.param("from", mandate.from().toString())
			.param("to", mandate.to().toString())
			.param("categories", mandate.categories().toArray(String[]::new))
			.param("maxAmount", mandate.maxAmount())
			.param("currency", mandate.currency())
			.update();
		if (changed > 0) {
			this.events.publishEvent(new MandateSet(mandate, actor));
		}
	}

	private static Mandate mandate(ResultSet row, int number) throws SQLException {
		return new Mandate(row.getString("id"), new EmailAddress(row.getString("principal")),
				new EmailAddress(row.getString("delegate")),
				row.getObject("valid_from", OffsetDateTime.class).toInstant(),
				row.getObject("valid_to", OffsetDateTime.class).toInstant(),
				List.of((String[]) row.getArray("categories").getArray()), row.getBigDecimal("max_amount"),
				row.getString("currency"));
	}

}
