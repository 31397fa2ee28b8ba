package io.countersign.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.PropertySource;

/**
 * An empty PostgreSQL for one run. It starts while the product does, which waits only
 * when it asks for the address.
 */
final class SandboxDatabase extends PropertySource<CompletableFuture<EmbeddedPostgres>> {

	SandboxDatabase() {
		super("sandboxDatabase", CompletableFuture.supplyAsync(SandboxDatabase::start));
	}

	@Override
	public @Nullable Object getProperty(String name) {
		return switch (name) {
			case "spring.datasource.url" -> this.source.join().getJdbcUrl("postgres", "postgres");
			case "spring.datasource.username" -> "postgres";
			default -> null;
		};
	}

	private static EmbeddedPostgres start() {
		try {
			return EmbeddedPostgres.builder()
				.setServerConfig("fsync", "off")
				.setPGStartupWait(Duration.ofSeconds(60))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The embedded PostgreSQL did not start", ex);
		}
	}

}
