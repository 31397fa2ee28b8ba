package io.countersign.support;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

import javax.sql.DataSource;

/**
 * A database that throws everybody out and lets nobody in until this is closed; the
 * others of its server notice nothing.
 */
public final class DatabaseAway implements AutoCloseable {

	private final Connection server;

	private final String database;

	private DatabaseAway(Connection server, String database) {
		this.server = server;
		this.database = database;
	}

	public static DatabaseAway of(DataSource source) throws SQLException {
		try (var connection = source.getConnection()) {
			var database = connection.getCatalog();
			var server = DriverManager
				.getConnection(connection.getMetaData().getURL().replace("/" + database, "/postgres"));
			var away = new DatabaseAway(server, database);
			away.execute("alter database %s with allow_connections false".formatted(database));
			away.execute(
					"select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'".formatted(database));
			return away;
		}
	}

	@Override
	public void close() throws SQLException {
		try (this.server) {
			execute("alter database %s with allow_connections true".formatted(this.database));
		}
	}

	private void execute(String statement) throws SQLException {
		try (var execution = this.server.createStatement()) {
			execution.execute(statement);
		}
	}

}
