package io.countersign.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

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
		try (var connection = server.getPostgresDatabase().getConnection();
				var statement = connection.createStatement()) {
			statement.execute("create database product");
			statement.execute("create database floor");
		}
		return new BenchDatabase(server, directory);
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
