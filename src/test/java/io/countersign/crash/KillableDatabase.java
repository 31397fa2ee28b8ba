package io.countersign.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A PostgreSQL whose postmaster can be killed and started again on the same data. */
final class KillableDatabase implements AutoCloseable {

	private final Path directory;

	private EmbeddedPostgres server;

	private KillableDatabase(Path directory, EmbeddedPostgres server) {
		this.directory = directory;
		this.server = server;
	}

	static KillableDatabase start(Path directory) throws IOException {
		return new KillableDatabase(directory, builder(directory).start());
	}

	String jdbcUrl() {
		return this.server.getJdbcUrl("postgres", "postgres");
	}

	ProcessHandle postmaster() throws IOException {
		var pid = Files.readAllLines(this.directory.resolve("postmaster.pid")).getFirst().trim();
		return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
	}

	/**
	 * {@code kill -9} of the postmaster; what it left behind recovers at the new start.
	 */
	void killAndRestart() throws Exception {
		var port = this.server.getPort();
		var postmaster = postmaster();
		var family = postmaster.descendants().toList();
		postmaster.destroyForcibly();
		for (var process : family) {
			process.onExit().get(30, TimeUnit.SECONDS);
		}
		this.server.close();
		Files.deleteIfExists(this.directory.resolve("postmaster.pid"));
		this.server = builder(this.directory).setPort(port).start();
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

	/**
	 * Commits are on disk before they are answered: nothing here may be faster than real.
	 */
	private static EmbeddedPostgres.Builder builder(Path directory) {
		return EmbeddedPostgres.builder()
			.setDataDirectory(directory)
			.setCleanDataDirectory(false)
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("max_connections", "60")
			.setPGStartupWait(Duration.ofSeconds(60));
	}

}
