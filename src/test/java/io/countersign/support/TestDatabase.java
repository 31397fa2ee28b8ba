package io.countersign.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A real PostgreSQL 18, started once for all tests of a JVM; each user gets a database of
 * his own with all tables.
 */
public final class TestDatabase {

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private final String name;

	private TestDatabase(String name) {
		this.name = name;
	}

	/** A new database with the product's tables. */
	public static TestDatabase fresh() {
		return create("template countersign_template");
	}

	/** A new database with nothing in it. */
	public static TestDatabase empty() {
		return create("");
	}

	public String jdbcUrl() {
		return Server.INSTANCE.getJdbcUrl("postgres", this.name);
	}

	public DataSource dataSource() {
		return Server.INSTANCE.getDatabase("postgres", this.name);
	}

	public JdbcClient client() {
		return JdbcClient.create(dataSource());
	}

	/** Runs work in transactions that the client of the same data source joins. */
	public static TransactionTemplate transactions(DataSource database) {
		return new TransactionTemplate(new DataSourceTransactionManager(database));
	}

	private static TestDatabase create(String template) {
		var name = "db" + NUMBER.incrementAndGet();
		JdbcClient.create(Server.INSTANCE.getPostgresDatabase())
			.sql("create database %s %s".formatted(name, template))
			.update();
		return new TestDatabase(name);
	}

	/** Holds the server, so that it starts with its first use. */
	private static final class Server {

		private static final EmbeddedPostgres INSTANCE = start();

		private static EmbeddedPostgres start() {
			try {
				var server = EmbeddedPostgres.builder()
					.setServerConfig("fsync", "off")
					.setServerConfig("max_connections", "200")
					.setPGStartupWait(Duration.ofSeconds(60))
					.start();
				JdbcClient.create(server.getPostgresDatabase()).sql("create database countersign_template").update();
				Flyway.configure().dataSource(server.getDatabase("postgres", "countersign_template")).load().migrate();
				return server;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
