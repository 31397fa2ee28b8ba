package io.countersign.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may answer for whom, when, and up to what. */
@Service
public class Mandates {

	/** The journal's word for a mandate that was taken back. */
	public static final String WITHDRAWN = "mandate.withdrawn";

	private static final String NAMES = """
			id, principal, delegate, valid_from, valid_to, categories, max_amount, currency
			""";

	private static final String COLUMNS = "select " + NAMES + "from mandate\n";

	/** One that ends where it begins was withdrawn before it began. */
	private static final String NOT_OVER = "valid_to > now() and valid_from < valid_to\n";

	private static final String OF_PERSON = """
			and (:person::text is null or principal = :person or delegate = :person)
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

	/**
	 * Those that run or are to come, the earliest first.
	 * @param person whose they are, as principal or delegate; all of them for null
	 */
	public List<Mandate> current(@Nullable EmailAddress person, int limit) {
		return list("where " + NOT_OVER + OF_PERSON + "order by valid_from, id limit :limit", person, limit);
	}

	/**
	 * Those that are over, the last one first.
	 * @param person whose they are, as principal or delegate; all of them for null
	 */
	public List<Mandate> ended(@Nullable EmailAddress person, int limit) {
		return list("where not (" + NOT_OVER + ")" + OF_PERSON + "order by valid_to desc, id limit :limit", person,
				limit);
	}

	public Optional<Mandate> find(String id) {
		return this.database.sql(COLUMNS + "where id = :id").param("id", id).query(Mandates::mandate).optional();
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
		var before = find(mandate.id());
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
			this.events.publishEvent(new MandateSet(mandate, before, actor));
		}
	}

	/**
	 * Gives one that is not over another end.
	 * @return false when it is over, or there is none
	 */
	@Transactional
	public boolean end(String id, Instant to, String actor) {
		var before = find(id);
		var changed = changeEnd(id, ":to::timestamptz", Map.of("to", to.toString()));
		changed.filter((mandate) -> !before.equals(changed))
			.ifPresent((mandate) -> this.events.publishEvent(new MandateSet(mandate, before, actor)));
		return changed.isPresent();
	}

	/**
	 * Ends one now, or before it begins. What was decided under it stands. Mail servers
	 * tell the time in whole seconds: what came in this one came afterwards.
	 * @return false when it is over, or there is none
	 */
	@Transactional
	public boolean withdraw(String id, String actor) {
		var changed = changeEnd(id, "greatest(valid_from, date_trunc('second', now()))", Map.of());
		changed.ifPresent((mandate) -> this.events.publishEvent(new MandateWithdrawn(mandate, actor)));
		return changed.isPresent();
	}

	private Optional<Mandate> changeEnd(String id, String to, Map<String, ?> parameters) {
		return this.database
			.sql("update mandate set valid_to = " + to + " where id = :id and " + NOT_OVER + "returning " + NAMES)
			.param("id", id)
			.params(parameters)
			.query(Mandates::mandate)
			.optional();
	}

	private List<Mandate> list(String condition, @Nullable EmailAddress person, int limit) {
		return this.database.sql(COLUMNS + condition)
			.param("person", (person != null) ? person.value() : null)
			.param("limit", limit)
			.query(Mandates::mandate)
			.list();
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
