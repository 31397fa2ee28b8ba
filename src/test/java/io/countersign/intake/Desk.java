package io.countersign.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.countersign.documents.Documents;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.People;
import io.countersign.scenario.Letter;
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

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The module at work on a database of its own, with a listener that stands for triage and
 * does what a test tells it to.
 */
final class Desk implements AutoCloseable {

	static final String KEY = "a key of the tests alone";

	final List<MessageRead> read = new CopyOnWriteArrayList<>();

	final List<SightingAdded> sighted = new CopyOnWriteArrayList<>();

	final List<ResyncWanted> resyncs = new CopyOnWriteArrayList<>();

	final List<MessageInfected> infected = new CopyOnWriteArrayList<>();

	private final TestDatabase database = TestDatabase.fresh();

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	private final HikariDataSource pool;

	private volatile Consumer<Message> triage = (_) -> {
	};

	private volatile Function<List<Arrival>, Map<Arrival, String>> screen = (_) -> Map.of();

	Desk() {
		this(Limits.DEFAULT);
	}

	Desk(Limits limits) {
		this(limits, Map.of());
	}

	/** With settings of the modules below. */
	Desk(Limits limits, Map<String, Object> more) {
		this.context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("key", MasterKey.SETTING));
		this.context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("more", more));
		var settings = new HikariConfig();
		settings.setJdbcUrl(this.database.jdbcUrl());
		settings.setMaximumPoolSize(8);
		this.pool = new HikariDataSource(settings);
		this.context.register(DatabaseBeans.class, Modules.class, People.class);
		this.context.registerBean(DataSource.class, () -> this.pool);
		this.context.registerBean(IntakeProperties.class, () -> new IntakeProperties(KEY, 4, Duration.ofSeconds(20),
				Duration.ofMillis(50), Duration.ofSeconds(20), limits));
		this.context.registerBean(Listener.class, () -> new Listener(this));
		this.context.registerBean(Screen.class, () -> this::screened);
		this.context.refresh();
	}

	static KeyedHash hashes() {
		return new KeyedHash(new IntakeProperties(KEY, 1, Duration.ofSeconds(1), Duration.ofSeconds(1),
				Duration.ofSeconds(1), Limits.DEFAULT));
	}

	/** What a provider says of the mails before it. */
	static Threading threading(Letter letter) {
		return new Threading(InternetMessageId.normalise(letter.messageId()),
				letter.references().stream().flatMap((id) -> InternetMessageId.normalise(id).stream()).toList(),
				List.of(), Optional.empty(), Optional.empty());
	}

	Intake intake() {
		return this.context.getBean(Intake.class);
	}

	Messages messages() {
		return this.context.getBean(Messages.class);
	}

	Documents documents() {
		return this.context.getBean(Documents.class);
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	JdbcClient sql() {
		return this.context.getBean(JdbcClient.class);
	}

	/** What becomes of each message that is read from now on. */
	void triage(Consumer<Message> triage) {
		this.triage = triage;
	}

	/** What screening rules out from now on, and why. */
	void screen(Function<List<Arrival>, Map<Arrival, String>> screen) {
		this.screen = screen;
	}

	/** Screening rules everything out from now on. */
	void ruleOut(String reason) {
		screen((arrivals) -> arrivals.stream().collect(Collectors.toMap((arrival) -> arrival, (_) -> reason)));
	}

	void ruleOutNothing() {
		screen((_) -> Map.of());
	}

	MessageId receive(Arrival arrival, byte[] mail) {
		try {
			return intake().receive(arrival, new ByteArrayInputStream(mail));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Receives a mail in a mailbox and waits until nothing is due any more. */
	MessageId read(String mailbox, byte[] mail) {
		var id = receive(arrival(mailbox, Folder.INBOX), mail);
		untilIdle();
		return id;
	}

	void untilIdle() {
		await().atMost(Duration.ofSeconds(30))
			.pollInterval(Duration.ofMillis(20))
			.until(() -> sql().sql("select count(*) from message where due_at < now() + interval '10 minutes'")
				.query(Long.class)
				.single() == 0);
	}

	/** The message as it was last read. */
	Message message(MessageId id) {
		return messages().get(id);
	}

	List<LedgerView.Seen> ledger() {
		return bean(LedgerView.class)
			.list(new LedgerView.Question(Optional.empty(), Optional.empty(), Optional.empty(), 0, 1_000));
	}

	LedgerView.Seen ledger(MessageId id) {
		return ledger().stream().filter((seen) -> seen.id().equals(id.value())).findFirst().orElseThrow();
	}

	static Arrival arrival(String mailbox, Folder folder) {
		return arrival(mailbox, folder, Threading.NONE);
	}

	static Arrival arrival(String mailbox, Folder folder, Threading threading) {
		var item = "AAkALgAA" + UUID.randomUUID();
		var preview = new Preview("", Optional.empty(), Optional.empty(), List.of(), List.of(), threading,
				Optional.of("conversation of " + mailbox), List.of(), Content.NONE, false, false, Optional.empty());
		return Arrival.live(new EmailAddress(mailbox), folder, item, Instant.parse("2026-11-24T10:00:00Z"), preview);
	}

	private Map<Arrival, String> screened(List<Arrival> arrivals) {
		return this.screen.apply(arrivals);
	}

	/** Whatever a test did, the counts are those of the ledger. */
	@Override
	public void close() {
		var wrong = bean(LedgerCounts.class).recount();
		this.context.close();
		this.pool.close();
		assertThat(wrong).as("counts that are not those of the ledger").isZero();
	}

	/** Stands where triage stands. */
	static class Listener {

		private final Desk desk;

		Listener(Desk desk) {
			this.desk = desk;
		}

		@EventListener
		void on(MessageRead event) {
			this.desk.triage.accept(event.message());
			this.desk.read.add(event);
		}

		@EventListener
		void on(MessageInfected event) {
			this.desk.infected.add(event);
		}

		@EventListener
		void on(SightingAdded event) {
			this.desk.sighted.add(event);
		}

		@EventListener
		void on(ResyncWanted event) {
			this.desk.resyncs.add(event);
		}

	}

	@ComponentScan(basePackages = { "io.countersign.work", "io.countersign.documents", "io.countersign.intake" },
			excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*\\.documents\\.advisories\\..*"))
	static class Modules {

	}

}
