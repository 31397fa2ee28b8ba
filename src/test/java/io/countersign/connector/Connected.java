package io.countersign.connector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import io.countersign.cases.AnswerPolicy;
import io.countersign.cases.Basis;
import io.countersign.cases.Grounds;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Level;
import io.countersign.identity.People;
import io.countersign.intake.Folder;
import io.countersign.sandbox.SandboxTenant;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.ProductSettings;
import io.countersign.scenario.TenantControl;
import io.countersign.support.TestDatabase;
import io.countersign.work.DueRows;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.TestSocketUtils;

import static org.awaitility.Awaitility.await;

/**
 * The product as far as mail comes in and goes out, beside a sandbox tenant: nobody
 * judges what a mail is. Started once for all tests; each test has mailboxes of its own.
 * A folder is read when a hint comes or a test says so.
 */
public final class Connected {

	/** Who uses it takes turns. */
	public static final String LOCK = "the connected office";

	public static final Correspondent OURS = Correspondent.of("Countersign", "countersign@min.example");

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private static final Duration PATIENCE = Duration.ofSeconds(90);

	private final SandboxTenant host;

	private final TenantControl tenant;

	private final Wiretap wire;

	private final ConfigurableApplicationContext context;

	private final int port;

	private Connected() {
		this.host = SandboxTenant.start(0, 0);
		this.tenant = new TenantControl(this.host.uri());
		this.wire = Wiretap.on(this.host.uri());
		this.port = TestSocketUtils.findAvailableTcpPort();
		var settings = new HashMap<String, Object>(
				ProductSettings.of(this.host.uri(), TestDatabase.fresh().jdbcUrl(), this.port));
		settings.put("countersign.graph.base-url", this.wire.uri() + "/v1.0");
		settings.put("countersign.graph.page-size", 5);
		settings.put("countersign.intake.limits.time", "5m");
		settings.put("countersign.watch.every", "1h");
		settings.put("countersign.watch.breath", "50ms");
		settings.put("countersign.watch.look", "50ms");
		settings.putAll(ProductSettings.DIGESTS_ALL_DAY);
		// Read once, or strangers of a test become known in the midst of it.
		settings.put("countersign.graph.directory-every", "1d");
		settings.put("spring.flyway.enabled", false);
		settings.put("spring.datasource.hikari.maximum-pool-size", 24);
		settings.put("management.server.port", -1);
		var application = new SpringApplication(Modules.class);
		application.setDefaultProperties(settings);
		this.context = application.run(settings.entrySet()
			.stream()
			.map((setting) -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
			.toArray(String[]::new));
		await().atMost(PATIENCE).until(() -> count("select count(*) from directory where bookmark is null") == 0);
	}

	public static Connected office() {
		return Holder.OFFICE;
	}

	public TenantControl tenant() {
		return this.tenant;
	}

	public Wiretap wire() {
		return this.wire;
	}

	public ConfigurableApplicationContext context() {
		return this.context;
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	public JdbcClient sql() {
		return bean(JdbcClient.class);
	}

	/** Where the product listens. */
	public String address() {
		return "http://localhost:" + this.port;
	}

	/** Somebody new in the tenant and in our directory. */
	public Correspondent somebody() {
		var person = stranger();
		bean(People.class).put(address(person), person.displayName(), Level.CASE_WORKER, null, "a test");
		return person;
	}

	/** Somebody new in the tenant whom we do not know. */
	public Correspondent stranger() {
		var number = NUMBER.incrementAndGet();
		var person = Correspondent.of("Person " + number, "person%d@min.example".formatted(number));
		this.tenant.employ(person, "Sagsbehandler");
		return person;
	}

	/** Somebody new whose mailbox is watched and has been read. */
	public Correspondent watched() {
		var person = somebody();
		watch(person);
		return person;
	}

	/** Watches the mailbox and waits until it has been read and is subscribed to. */
	public void watch(Correspondent person) {
		bean(Watches.class).put(address(person), EnumSet.of(Folder.INBOX, Folder.SENT), "a test");
		await().atMost(PATIENCE).until(() -> isRead(person) && isSubscribed(person));
	}

	/**
	 * Reads the mailbox now, as when its turn has come, and waits for the end. Whoever
	 * reads it already comes to his end before, or he would write down what he saw after
	 * a test went on.
	 */
	public void read(Correspondent person) {
		await().pollDelay(Duration.ZERO).atMost(PATIENCE).until(() -> hasTurn(person));
		bean(DueRows.class).wake("watch");
		await().atMost(PATIENCE).until(() -> isRead(person));
	}

	/** The turn of the mailbox has come. */
	public void turn(Correspondent person) {
		this.sql()
			.sql("update watch set due_at = now(), read_at = null where mailbox = ?")
			.param(person.address())
			.update();
		bean(DueRows.class).wake("watch");
	}

	/** How many items of a mailbox are on record, in whatever state. */
	public long seen(Correspondent person) {
		return count("select count(*) from sighting where mailbox = ?", person.address());
	}

	public long count(String query, Object... parameters) {
		return sql().sql(query).params(parameters).query(Long.class).single();
	}

	public static EmailAddress address(Correspondent person) {
		return new EmailAddress(person.address());
	}

	public static List<String> ids(Correspondent person) {
		return List.of(person.address() + "/inbox", person.address() + "/sentitems");
	}

	public static String received(int minutesAgo) {
		return Instant.now().minus(Duration.ofMinutes(minutesAgo)).toString();
	}

	private boolean hasTurn(Correspondent person) {
		return sql().sql("""
				update watch set due_at = now(), read_at = null where mailbox = :mailbox and attempts = returns
					and not exists (select from watch where mailbox = :mailbox and attempts > returns)
				""").param("mailbox", person.address()).update() == 2;
	}

	private boolean isRead(Correspondent person) {
		return count("select count(*) from watch where mailbox = ? and read_at is not null and attempts = returns",
				person.address()) == 2;
	}

	private boolean isSubscribed(Correspondent person) {
		return count("select count(*) from subscription where id like ? and remote_id is not null",
				person.address() + "/%") == 2;
	}

	@EnableAutoConfiguration
	@ConfigurationPropertiesScan("io.countersign")
	@ComponentScan(basePackages = { "io.countersign.work", "io.countersign.documents", "io.countersign.intake",
			"io.countersign.journal", "io.countersign.identity", "io.countersign.problem", "io.countersign.cases",
			"io.countersign.connector", "io.countersign.overview", "io.countersign.writeback" },
			nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
	static class Modules {

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

		/** The policy for replies is another module's. */
		@Bean
		AnswerPolicy answerPolicy() {
			return (_, _, _, _) -> Optional.empty();
		}

		/** So is what was judged. */
		@Bean
		Grounds grounds() {
			return (_) -> new Basis("none", "unpackaged", Optional.empty());
		}

	}

	/** Starts with the first test that needs it, and ends with the JVM. */
	private static final class Holder {

		private static final Connected OFFICE = new Connected();

	}

}
