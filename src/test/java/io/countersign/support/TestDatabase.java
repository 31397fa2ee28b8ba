package io.countersign.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
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

	private static final ScheduledExecutorService HOUSEKEEPING = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("test-databases").factory());

	private final String name;

	private final DataSource pool;

	private TestDatabase(String name) {
		this.name = name;
		this.pool = pool(jdbcUrl());
	}

	/** A new database with the product's tables. */
	public static TestDatabase fresh() {
		return create("template countersign_template");
	}

	/** A new database with nothing in it. */
	public static TestDatabase empty() {
		return create("");
	}

	public final String jdbcUrl() {
		return Server.INSTANCE.getJdbcUrl("postgres", this.name);
	}

	public DataSource dataSource() {
		return this.pool;
	}

	public JdbcClient client() {
		return JdbcClient.create(this.pool);
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

	/** Opened with its first use, and given up by itself once nobody uses it any more. */
	private static DataSource pool(String url) {
		var pool = new HikariDataSource();
		pool.setJdbcUrl(url);
		pool.setMaximumPoolSize(24);
		pool.setMinimumIdle(0);
		pool.setIdleTimeout(Duration.ofSeconds(10).toMillis());
		pool.setScheduledExecutor(HOUSEKEEPING);
		return pool;
	}

	/** Holds the server, so that it starts with its first use. */
	private static final class Server {

		private static final EmbeddedPostgres INSTANCE = start();

		private static EmbeddedPostgres start() {
			try {
				var server = EmbeddedPostgres.builder()
					.setServerConfig("fsync", "off")
					.setServerConfig("max_connections", "500")
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
