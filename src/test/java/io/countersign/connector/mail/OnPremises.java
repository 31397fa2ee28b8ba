package io.countersign.connector.mail;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import io.countersign.CountersignApplication;
import io.countersign.cases.CaseId;
import io.countersign.cases.CaseView;
import io.countersign.cases.Cases;
import io.countersign.connector.Watches;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Level;
import io.countersign.identity.People;
import io.countersign.intake.Folder;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import io.countersign.scenario.ProductSettings;
import io.countersign.support.TestDatabase;
import io.countersign.writeback.Writeback;
import io.countersign.writeback.Writebacks;
import org.awaitility.core.ConditionFactory;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.awaitility.Awaitility.await;

/**
 * The whole product beside mail servers of one's own. Started once for all tests; each
 * test has people of its own.
 */
final class OnPremises {

	static final EmailAddress OURS = new EmailAddress("countersign@min.example");

	/** Those who are in it come one after the other. */
	static final String LOCK = "on-premises";

	private static final Duration SOON = Duration.ofSeconds(60);

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private final MailHost host = new MailHost();

	private final SmtpLine line;

	private final ConfigurableApplicationContext context;

	private OnPremises() {
		this.host.user(OURS.value());
		this.line = new SmtpLine(this.host.smtpPort());
		var settings = new HashMap<String, Object>(
				ProductSettings.of(URI.create("http://localhost:1"), TestDatabase.fresh().jdbcUrl(), 0));
		settings.keySet().removeIf((key) -> key.startsWith("countersign.graph."));
		settings.putAll(this.host.settings(this.line.port(), OURS.value()));
		settings.put("countersign.watch.every", "500ms");
		settings.put("countersign.watch.look", "100ms");
		settings.put("management.server.port", -1);
		settings.put("spring.flyway.enabled", false);
		this.context = new SpringApplication(CountersignApplication.class).run(settings.entrySet()
			.stream()
			.map((setting) -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
			.toArray(String[]::new));
	}

	static OnPremises office() {
		return Holder.OFFICE;
	}

	MailHost host() {
		return this.host;
	}

	/**
	 * Nobody is watched any more: what is looked at twice a second costs the other tests.
	 */
	void rests() {
		var watches = bean(Watches.class);
		watches.all().forEach((watch) -> watches.remove(watch.mailbox(), "a test"));
	}

	SmtpLine line() {
		return this.line;
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	JdbcClient sql() {
		return bean(JdbcClient.class);
	}

	long count(String query, Object... parameters) {
		return sql().sql(query).params(parameters).query(Long.class).single();
	}

	/** Somebody new whose mailbox is watched and has been read. */
	Correspondent somebody(String name, Level level) {
		var person = Correspondent.of(name, "person%d@min.example".formatted(NUMBER.incrementAndGet()));
		this.host.opens(person);
		bean(People.class).put(address(person), name, level, null, "a test");
		bean(Watches.class).put(address(person), EnumSet.of(Folder.INBOX, Folder.SENT), "a test");
		soon().until(() -> isRead(person));
		return person;
	}

	boolean isRead(Correspondent person) {
		return count("select count(*) from watch where mailbox = ? and read_at is not null", person.address()) == 2;
	}

	/**
	 * As a mail server and a mail program do it: to every receiver, and filed as sent.
	 */
	void send(Letter letter) {
		letter.to().forEach((receiver) -> this.host.deliver(receiver, letter.bytes()));
		letter.cc().forEach((receiver) -> this.host.deliver(receiver, letter.bytes()));
		this.host.file(letter.from(), "Sent", letter.bytes());
	}

	/** The raw mails in a folder that name this letter as an earlier one. */
	List<String> answers(String mailbox, String folder, Letter letter) {
		return this.host.mails(mailbox, folder)
			.stream()
			.filter((mail) -> !mail.contains("Message-ID: " + letter.messageId())
					&& mail.contains("Auto-Submitted: auto-replied") && mail.contains(letter.messageId()))
			.toList();
	}

	/** A request that is being put to an approver, as far as its case. */
	Letter asked(Correspondent requester, Correspondent approver) {
		var request = Letter
			.of(requester, List.of(approver), "Godkendelse af lejemål " + UUID.randomUUID(),
					"Kære %s\n\nHermed lejemålet til godkendelse. Må vi underskrive?\n\nVenlig hilsen\n%s"
						.formatted(approver.displayName(), requester.displayName()),
					now())
			.with("lease.docx", "Lease " + UUID.randomUUID());
		send(request);
		soon().until(() -> caseOf(request).isPresent());
		return request;
	}

	void answers(Correspondent approver, Letter request, String words) {
		send(request.answeredBy(approver, words + request.quoted(), now()));
	}

	Optional<CaseView> caseOf(Letter letter) {
		return sql().sql("""
				select distinct m.case_id from message m join mail p on p.message = m.id
				where p.parsed -> 'threading' ->> 'messageId' = ? and m.case_id is not null
				""")
			.param(letter.messageId().replaceAll("[<>]", ""))
			.query(String.class)
			.optional()
			.map((id) -> bean(Cases.class).get(new CaseId(id)));
	}

	List<Writeback> writebacks(Letter request) {
		return caseOf(request).map((one) -> bean(Writebacks.class).ofCase(one.id())).orElse(List.of());
	}

	/** Waits for the answer to this request, however far it has come. */
	Writeback owed(Letter request) {
		soon().until(() -> !writebacks(request).isEmpty());
		return writebacks(request).getFirst();
	}

	void comesTo(Letter request, Writeback.State state) {
		soon().until(() -> {
			hurry();
			return owed(request).state() == state;
		});
	}

	void saysOf(Letter request, String problem) {
		soon().until(() -> owed(request).problem().orElse("").contains(problem));
	}

	/** What waits for its time need not wait longer. */
	void hurry() {
		sql().sql("update writeback set due_at = now() where due_at > now() and attempts = returns").update();
	}

	/**
	 * A server whose client hangs up in the middle of a mail complains in its own thread.
	 */
	static ConditionFactory soon() {
		return await().dontCatchUncaughtExceptions().atMost(SOON);
	}

	static EmailAddress address(Correspondent person) {
		return new EmailAddress(person.address());
	}

	static ZonedDateTime now() {
		return ZonedDateTime.now(ZoneId.of("Europe/Copenhagen"));
	}

	/** Starts with the first test that needs it, and ends with the JVM. */
	private static final class Holder {

		private static final OnPremises OFFICE = new OnPremises();

	}

}
