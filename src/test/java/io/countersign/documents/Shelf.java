package io.countersign.documents;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.countersign.support.DatabaseBeans;
import io.countersign.support.MasterKey;
import io.countersign.support.TestDatabase;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.awaitility.Awaitility.await;

/** The module at work on a database of its own. */
final class Shelf implements AutoCloseable {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final HikariDataSource pool;

	Shelf() {
		this(TestDatabase.fresh().jdbcUrl(), Map.of());
	}

	/** With settings of its own, on a database that another one may have left. */
	Shelf(String jdbcUrl, Map<String, Object> more) {
		var settings = new HikariConfig();
		settings.setJdbcUrl(jdbcUrl);
		settings.setMaximumPoolSize(8);
		this.pool = new HikariDataSource(settings);
		this.context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("test", Map.of("countersign.extraction.every", "200ms",
					"countersign.extraction.limits.files", "40", "countersign.extraction.limits.time", "90s")));
		this.context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("key", MasterKey.SETTING));
		this.context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("more", more));
		this.context.register(DatabaseBeans.class, Modules.class, Listener.class);
		this.context.registerBean(DataSource.class, () -> this.pool);
		this.context.refresh();
	}

	Documents documents() {
		return this.context.getBean(Documents.class);
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/** All that the module has said. */
	List<InfectedFound> infected() {
		return bean(Listener.class).infected;
	}

	JdbcClient sql() {
		return this.context.getBean(JdbcClient.class);
	}

	/** Stores a file as a mail brings it, and waits until it has been read. */
	DocumentId put(String name, String type, byte[] bytes) {
		try (var spool = Spool.of(bytes)) {
			documents().prepare(List.of(spool), () -> {
			});
			documents().store(spool);
			documents().read(List.of(new Named(spool.id(), name, type)));
			untilIdle();
			return spool.id();
		}
	}

	DocumentText text(DocumentId file) {
		var text = documents().texts(List.of(file)).get(file);
		if (text == null) {
			throw new AssertionError("Never to be read: " + file);
		}
		return text;
	}

	List<Contained> within(DocumentId file) {
		return documents().within(List.of(file)).getOrDefault(file, List.of());
	}

	private void untilIdle() {
		await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(50)).until(() -> due() == 0);
	}

	private long due() {
		return this.context.getBean(JdbcClient.class)
			.sql("select count(*) from document where due_at is not null")
			.query(Long.class)
			.single();
	}

	@Override
	public void close() {
		this.context.close();
		this.pool.close();
	}

	/** Stands where the modules above stand. */
	static class Listener {

		private final List<InfectedFound> infected = new CopyOnWriteArrayList<>();

		@EventListener
		void on(InfectedFound found) {
			this.infected.add(found);
		}

	}

	@ComponentScan(basePackages = { "io.countersign.work", "io.countersign.documents" },
			excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.documents\\.advisories\\..*"))
	static class Modules {

	}

}
