package io.countersign.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;

/**
 * A PostgreSQL of its own for one contender, so that nobody else's work is counted with
 * his. It has the settings an installation has: commits reach the disk.
 */
final class BenchDatabase implements AutoCloseable {

	private final EmbeddedPostgres server;

	private final Path directory;

	private final String name;

	private BenchDatabase(EmbeddedPostgres server, Path directory, String name) {
		this.server = server;
		this.directory = directory;
		this.name = name;
	}

	static BenchDatabase start(String name) throws IOException, SQLException {
		var directory = Files.createTempDirectory("countersign-bench");
		var server = EmbeddedPostgres.builder()
			.setDataDirectory(directory)
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("shared_buffers", "256MB")
			.setPGStartupWait(Duration.ofSeconds(60))
			.start();
		var database = new BenchDatabase(server, directory, name);
		database.execute("create database " + name);
		return database;
	}

	/** Makes the tables, and a copy of them for {@link #empty}. */
	void prepare() throws SQLException {
		Flyway.configure().dataSource(this.server.getDatabase("postgres", this.name)).load().migrate();
		execute("create database %1$s_empty template %1$s".formatted(this.name));
	}

	/** Takes all mail out of the store. Who is connected has to connect anew. */
	void empty() throws SQLException {
		execute("drop database %s with (force)".formatted(this.name));
		execute("alter database %1$s_empty rename to %1$s".formatted(this.name));
	}

	private void execute(String sql) throws SQLException {
		try (var connection = this.server.getPostgresDatabase().getConnection();
				var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	String jdbcUrl() {
		return this.server.getJdbcUrl("postgres", this.name);
	}

	ProcessHandle postmaster() throws IOException {
		var pid = Files.readAllLines(this.directory.resolve("postmaster.pid")).getFirst().trim();
		return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

}
