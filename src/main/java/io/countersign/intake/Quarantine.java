package io.countersign.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import io.countersign.documents.Document;
import io.countersign.documents.Documents;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.PersonId;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What could not be read. It waits, byte for byte, until a person looks. */
@Service
public class Quarantine {

	private static final String ROWS = """
			select m.id, m.reason, m.received_at, m.attempts, p.parsed ->> 'subject' as subject,
				array(select distinct s.mailbox from sighting s where s.message = m.id order by 1) as mailboxes
			from message m left join mail p on p.message = m.id where m.state = 'QUARANTINED'
			""";

	private final JdbcClient database;

	private final Messages messages;

	private final MessageRepository stored;

	private final Documents documents;

	private final ApplicationEventPublisher events;

	Quarantine(JdbcClient database, Messages messages, MessageRepository stored, Documents documents,
			ApplicationEventPublisher events) {
		this.database = database;
		this.messages = messages;
		this.stored = stored;
		this.documents = documents;
		this.events = events;
	}

	/**
	 * A message that could not be read.
	 *
	 * @param reason in a plain sentence
	 * @param subject when at least so much could be read
	 */
	public record Kept(MessageId id, String reason, Optional<String> subject, Instant receivedAt, int attempts,
			List<EmailAddress> mailboxes) {
	}

	/** An item of a mailbox whose bytes the mailbox does not give out. */
	public record Unfetched(EmailAddress mailbox, String reason, Instant receivedAt) {
	}

	/** Newest first. */
	public List<Kept> kept(int limit) {
		return this.database.sql(ROWS + "order by m.received_at desc limit :limit")
			.param("limit", limit)
			.query(Quarantine::row)
			.list();
	}

	public Optional<Kept> find(MessageId id) {
		return this.database.sql(ROWS + "and m.id = :id").param("id", id.value()).query(Quarantine::row).optional();
	}

	/** Newest first. */
	public List<Unfetched> unfetched(int limit) {
		return this.database.sql("""
				select mailbox, reason, received_at from sighting where state = 'UNFETCHABLE'
				order by received_at desc limit :limit
				""")
			.param("limit", limit)
			.query((row, _) -> new Unfetched(new EmailAddress(row.getString("mailbox")),
					Optional.ofNullable(row.getString("reason")).orElse(""), at(row)))
			.list();
	}

	/** The mail exactly as it came. */
	public Optional<Document> original(MessageId id) {
		return this.stored.raw(id).flatMap(this.documents::find);
	}

	/** It is read once more. Answers false when it is not in quarantine. */
	@Transactional
	public boolean retry(MessageId id, PersonId by) {
		var kept = find(id);
		kept.ifPresent((message) -> {
			this.messages.readAgain(List.of(id));
			this.events.publishEvent(new MessageRetried(id, message.attempts(), by));
		});
		return kept.isPresent();
	}

	private static Kept row(ResultSet row, int number) throws SQLException {
		return new Kept(new MessageId(row.getString("id")), row.getString("reason"),
				Optional.ofNullable(row.getString("subject")), at(row), row.getInt("attempts"),
				List.of((String[]) row.getArray("mailboxes").getArray()).stream().map(EmailAddress::new).toList());
	}

	private static Instant at(ResultSet row) throws SQLException {
		return row.getObject("received_at", OffsetDateTime.class).toInstant();
	}

}
