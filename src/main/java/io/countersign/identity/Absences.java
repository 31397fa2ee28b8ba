package io.countersign.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.countersign.journal.Mode;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is away now. An absence ends by itself, by the database's clock. */
@Service
public class Absences {

	private final JdbcClient database;

	private final ApplicationEventPublisher events;

	Absences(JdbcClient database, ApplicationEventPublisher events) {
		this.database = database;
		this.events = events;
	}

	/**
	 * The mail that came last counts. The same absence once more, as a mailbox says it to
	 * everybody who writes, changes nothing.
	 */
	@Transactional
	public void note(Absence absence, Mode mode) {
		this.database.sql("delete from absence where ends_at <= now()").update();
		var changed = this.database.sql("""
				insert into absence as known (person, last_day, ends_at, named, stand_in, message, quote, received_at)
				select :person, :lastDay, :endsAt, :named, :standIn, :message, :quote, :receivedAt where :endsAt > now()
				on conflict (person) do update set last_day = :lastDay, ends_at = :endsAt, named = :named,
					stand_in = :standIn, message = :message, quote = :quote, received_at = :receivedAt
				where known.received_at <= :receivedAt and (known.last_day, known.named, known.stand_in)
					is distinct from (excluded.last_day, excluded.named, excluded.stand_in)
				""")
			.param("person", absence.person().value())
			.param("lastDay", absence.lastDay())
			.param("endsAt", absence.endsAt().atOffset(ZoneOffset.UTC))
			.param("named", absence.named().orElse(null))
			.param("standIn", absence.standIn().map(EmailAddress::value).orElse(null))
			.param("message", absence.message())
			.param("quote", absence.quote())
			.param("receivedAt", absence.receivedAt().atOffset(ZoneOffset.UTC))
			.update();
		if (changed > 0) {
			this.events.publishEvent(new AbsenceNoted(People.id(absence.person()), absence, mode));
		}
	}

	/** What was said of it in these messages is forgotten; who is away stays so. */
	public void forget(Collection<String> messages) {
		this.database.sql("update absence set quote = '' where message = any(:messages)")
			.param("messages", messages.toArray(String[]::new))
			.update();
	}

	/** Those of the addresses whose owner is away now. */
	public Map<EmailAddress, Absence> findAll(Collection<EmailAddress> addresses) {
		if (addresses.isEmpty()) {
			return Map.of();
		}
		return this.database.sql("select * from absence where person = any(:people) and ends_at > now()")
			.param("people", addresses.stream().map(EmailAddress::value).distinct().toArray(String[]::new))
			.query(Absences::absence)
			.list()
			.stream()
			.collect(Collectors.toMap(Absence::person, Function.identity()));
	}

	/** Those who are away now and name somebody of the directory, the shortest first. */
	public List<Absence> proposing(int limit) {
		return this.database
			.sql("""
					select * from absence where stand_in is not null and ends_at > now() order by ends_at, person limit :limit
					""")
			.param("limit", limit)
			.query(Absences::absence)
			.list();
	}

	private static Absence absence(ResultSet row, int number) throws SQLException {
		return new Absence(new EmailAddress(row.getString("person")), row.getObject("last_day", LocalDate.class),
				row.getObject("ends_at", OffsetDateTime.class).toInstant(), Optional.ofNullable(row.getString("named")),
				Optional.ofNullable(row.getString("stand_in")).map(EmailAddress::new), row.getString("message"),
				row.getString("quote"), row.getObject("received_at", OffsetDateTime.class).toInstant());
	}

}
