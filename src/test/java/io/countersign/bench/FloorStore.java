package io.countersign.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import javax.sql.DataSource;

/** The rows a mail must leave, written by plain JDBC: one transaction a mail. */
final class FloorStore {

	private static final String TABLES = """
			create table floor_blob (sha256 text primary key, bytes bytea not null);
			create table floor_message (id text primary key, mailbox text not null, subject text not null,
				sender text not null, body text not null, sha256 text not null references floor_blob,
				received_at timestamptz not null, state text not null);
			create table floor_sighting (item text primary key, message text not null references floor_message);
			create table floor_ruled_out (item text primary key, received_at timestamptz not null, reason text not null);
			create table floor_case (id text primary key, message text not null unique references floor_message,
				title text not null, holder text not null);
			create table floor_participant (case_id text not null references floor_case, address text not null,
				role text not null, primary key (case_id, address));
			create table floor_entry (position bigint generated always as identity primary key, stream text not null,
				sequence bigint not null, type text not null, data jsonb not null, prev bytea, hash bytea not null,
				unique (stream, sequence));
			""";

	private final DataSource database;

	FloorStore(DataSource database) {
		this.database = database;
	}

	void prepare() throws SQLException {
		try (var connection = this.database.getConnection(); var statement = connection.createStatement()) {
			statement.execute(TABLES);
		}
	}

	void ruleOut(String item, Instant received) throws SQLException {
		try (var connection = this.database.getConnection()) {
			update(connection, "insert into floor_ruled_out values (?, ?, ?) on conflict do nothing", item,
					Timestamp.from(received), "Nobody is asked to decide anything.");
		}
	}

	void keep(FloorMail mail) throws SQLException {
		try (var connection = this.database.getConnection()) {
			connection.setAutoCommit(false);
			blob(connection, mail.sha256(), mail.raw());
			for (var part : mail.parts()) {
				blob(connection, part.sha256(), part.bytes());
			}
			update(connection, "insert into floor_message values (?, ?, ?, ?, ?, ?, ?, 'IN_CASE')", mail.item(),
					mail.mailbox(), mail.subject(), mail.sender(), mail.body(), mail.sha256(),
					Timestamp.from(mail.received()));
			update(connection, "insert into floor_sighting values (?, ?)", mail.item(), mail.item());
			update(connection, "insert into floor_case values (?, ?, ?, ?)", mail.item(), mail.item(), mail.subject(),
					mail.mailbox());
			update(connection, "insert into floor_participant values (?, ?, 'REQUESTER'), (?, ?, 'APPROVER')",
					mail.item(), mail.sender(), mail.item(), mail.mailbox());
			entries(connection, mail);
			connection.commit();
			connection.setAutoCommit(true);
		}
	}

	private static void entries(Connection connection, FloorMail mail) throws SQLException {
		var previous = new byte[32];
		var sequence = 0L;
		for (var type : List.of("message.added", "case.opened", "request.sent")) {
			var data = "{\"message\":\"%s\",\"type\":\"%s\"}".formatted(mail.item(), type);
			var hash = FloorMail.chained(previous, data);
			update(connection,
					"insert into floor_entry (stream, sequence, type, data, prev, hash) values (?, ?, ?, ?::jsonb, ?, ?)",
					mail.item(), ++sequence, type, data, previous, hash);
			previous = hash;
		}
	}

	private static void blob(Connection connection, String sha256, byte[] bytes) throws SQLException {
		update(connection, "insert into floor_blob values (?, ?) on conflict do nothing", sha256, bytes);
	}

	private static void update(Connection connection, String sql, Object... values) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			for (var index = 0; index < values.length; index++) {
				statement.setObject(index + 1, values[index]);
			}
			statement.executeUpdate();
		}
	}

}
