package io.countersign.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * How far the product has come, as its database tells by two indexes. To ask the product
 * itself makes it count its whole ledger, which would be measured too.
 */
final class Progress implements AutoCloseable {

	private final Connection database;

	private Progress(Connection database) {
		this.database = database;
	}

	static Progress in(String jdbcUrl) throws SQLException {
		return new Progress(DriverManager.getConnection(jdbcUrl));
	}

	/** How many items of mailboxes the ledger has counted so far, or more. */
	long counted() throws SQLException {
		try (var statement = this.database.createStatement();
				var row = statement.executeQuery("select coalesce(max(position), 0) from sighting")) {
			row.next();
			return row.getLong(1);
		}
	}

	boolean hasMessagesDue() throws SQLException {
		try (var statement = this.database.createStatement();
				var row = statement
					.executeQuery("select exists (select 1 from message where due_at < now() + interval '1 day')")) {
			row.next();
			return row.getBoolean(1);
		}
	}

	@Override
	public void close() throws SQLException {
		this.database.close();
	}

}
