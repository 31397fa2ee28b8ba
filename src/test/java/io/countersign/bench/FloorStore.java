package io.countersign.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/**
 * The rows a mail leaves in the product's own tables, written by plain JDBC: one
 * transaction a mail, each row once and as it stays.
 */
final class FloorStore {

	private static final String SIGHTING = """
			insert into sighting (item_hash, mailbox, folder, received_at, state, reason, internet_id_hash, message, item_id,
				conversation_id)
			values (?, ?, 'INBOX', ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
			""";

	private static final String BLOB = "insert into blob (sha256, size, bytes) values (?, ?, ?) on conflict do nothing";

	private static final String FILE = "insert into message_file values (?, ?) on conflict do nothing";

	private static final String MESSAGE = """
			insert into message (id, state, reason, case_id, raw, digest, internet_id_hash, received_at, mode, read_at, due_at,
				attempts, returns)
			values (?, 'IN_CASE', 'It opens the case.', ?, ?, ?, ?, ?, 'LIVE', now(), null, 1, 1)
			""";

	private static final String MAIL = "insert into mail values (?, ?::jsonb)";

	private static final String CASE = """
			insert into case_file (id, number, title, type, language, state, holder, holder_since, opened_by, mode, opened_at,
				changed_at)
			values (?, ?, ?, 'sag', 'da', 'WAITING', ?, ?, ?, 'LIVE', ?, ?)
			""";

	private static final String PARTICIPANTS = """
			insert into participant values (?, ?, ?, 'REQUESTER', 0), (?, ?, ?, 'APPROVER', 1)
			""";

	private static final String CASE_MESSAGE = """
			insert into case_message (message, case_id, internet_message_id, reason) values (?, ?, ?, 'It opens the case.')
			""";

	private static final String CASE_DOCUMENT = """
			insert into case_document (case_id, sha256, name, media_type, size, message, version)
			values (?, ?, ?, 'application/octet-stream', ?, ?, 1)
			""";

	private static final String ASK = """
			insert into ask (id, case_id, message, internet_message_id, approver, revision, documents, text_sha256, state,
				asked_at)
			values (?, ?, ?, ?, ?, 1, string_to_array(?, ','), ?, 'OPEN', ?)
			""";

	private static final String ENTRY = """
			insert into entry (stream, sequence, type, event_id, at, actor, mode, data, previous, hash)
			values (?, ?, ?, ?, ?, 'countersign', 'LIVE', ?::jsonb, ?, ?)
			""";

	private static final String ENTRY_WITH_WORDS = "with written as (" + ENTRY + """
				returning position
			)
			insert into entry_words (position, words) select position, ?::jsonb from written
			""";

	private static final String HEAD = "insert into stream_head values (?, ?, ?)";

	private final DataSource database;

	FloorStore(DataSource database) {
		this.database = database;
	}

	/** What the product's tables count by themselves is no work of a floor. */
	void prepare() throws SQLException {
		Flyway.configure().dataSource(this.database).load().migrate();
		try (var connection = this.database.getConnection(); var statement = connection.createStatement()) {
			statement.execute("alter table sighting disable trigger user");
			statement.execute("alter table message disable trigger user");
		}
	}

	void ruleOut(String item, String mailbox, Instant received) throws SQLException {
		try (var connection = this.database.getConnection()) {
			var hash = FloorMail.sha256(item);
			update(connection, SIGHTING, hash, mailbox, Timestamp.from(received), "RULED_OUT",
					"Nobody is asked to decide or do anything: It is mail between people.", hash, null, null, null);
		}
	}

	void keep(FloorMail mail) throws SQLException {
		try (var connection = this.database.getConnection()) {
			connection.setAutoCommit(false);
			message(connection, mail);
			caseFile(connection, mail);
			journal(connection, mail);
			connection.commit();
			connection.setAutoCommit(true);
		}
	}

	private static void message(Connection connection, FloorMail mail) throws SQLException {
		var received = Timestamp.from(mail.received());
		var idHash = FloorMail.sha256(mail.internetId());
		update(connection, BLOB, mail.hash(), mail.raw().length, mail.raw());
		update(connection, MESSAGE, mail.id(), mail.caseId(), mail.hash(), mail.sha256(), idHash, received);
		update(connection, MAIL, mail.id(), mail.parsed());
		update(connection, FILE, mail.id(), mail.hash());
		for (var part : mail.parts()) {
			update(connection, BLOB, part.hash(), part.bytes().length, part.bytes());
			update(connection, FILE, mail.id(), part.hash());
		}
		update(connection, SIGHTING, FloorMail.sha256(mail.item()), mail.mailbox(), received, "KEPT", null, idHash,
				mail.id(), mail.item(), mail.conversation());
	}

	private static void caseFile(Connection connection, FloorMail mail) throws SQLException {
		var received = Timestamp.from(mail.received());
		update(connection, CASE, mail.caseId(), mail.number(), mail.subject(), mail.mailbox(), received, mail.id(),
				received, received);
		update(connection, PARTICIPANTS, mail.caseId(), mail.sender(), mail.senderName(), mail.caseId(), mail.mailbox(),
				mail.mailbox());
		update(connection, CASE_MESSAGE, mail.id(), mail.caseId(), mail.internetId());
		for (var part : mail.parts()) {
			update(connection, CASE_DOCUMENT, mail.caseId(), part.sha256(), part.name(), part.bytes().length,
					mail.id());
		}
		update(connection, ASK, mail.askId(), mail.caseId(), mail.id(), mail.internetId(), mail.mailbox(),
				mail.documents(), FloorMail.hex(mail.body()), received);
	}

	private static void journal(Connection connection, FloorMail mail) throws SQLException {
		var at = Timestamp.from(mail.received());
		var entries = FloorEntry.of(mail);
		for (var entry : entries) {
			if (entry.words().isEmpty()) {
				update(connection, ENTRY, entry.stream(), entry.sequence(), entry.type(), entry.eventId(), at,
						entry.data(), entry.previous(), entry.hash());
			}
			else {
				update(connection, ENTRY_WITH_WORDS, entry.stream(), entry.sequence(), entry.type(), entry.eventId(),
						at, entry.data(), entry.previous(), entry.hash(), entry.words());
			}
		}
		var last = entries.getLast();
		update(connection, HEAD, last.stream(), last.sequence(), last.hash());
	}

	private static void update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
		try (var statement = connection.prepareStatement(sql)) {
			for (var index = 0; index < values.length; index++) {
				statement.setObject(index + 1, values[index]);
			}
			statement.executeUpdate();
		}
	}

}
