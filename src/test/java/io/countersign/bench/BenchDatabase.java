package io.countersign.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;

/** A PostgreSQL with the settings an installation has: commits reach the disk. */
final class BenchDatabase implements AutoCloseable {

	private final EmbeddedPostgres server;

	private final Path directory;

	private BenchDatabase(EmbeddedPostgres server, Path directory) {
		this.server = server;
		this.directory = directory;
	}

	static BenchDatabase start() throws IOException, SQLException {
		var directory = Files.createTempDirectory("countersign-bench");
		var server = EmbeddedPostgres.builder()
			.setDataDirectory(directory)
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("shared_buffers", "256MB")
			.setPGStartupWait(Duration.ofSeconds(60))
			.start();
		var database = new BenchDatabase(server, directory);
		database.execute("create database product");
		database.execute("create database floor");
		return database;
	}

	/** Makes the tables, and a copy of them for {@link #empty}. */
	void prepare(String name) throws SQLException {
		Flyway.configure().dataSource(this.server.getDatabase("postgres", name)).load().migrate();
		execute("create database %1$s_empty template %1$s".formatted(name));
	}

	/** Takes all mail out of the store. Who is connected has to connect anew. */
	void empty(String name) throws SQLException {
		execute("drop database %s with (force)".formatted(name));
		execute("alter database %1$s_empty rename to %1$s".formatted(name));
	}

	private void execute(String sql) throws SQLException {
		try (var connection = this.server.getPostgresDatabase().getConnection();
				var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	String jdbcUrl(String name) {
		return this.server.getJdbcUrl("postgres", name);
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
