package io.countersign.scenario;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import io.countersign.connector.mail.MailHost;
import io.countersign.work.DueRows;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A ministry with everything that really runs: the sandbox tenant, PostgreSQL, and the
 * product, which meet over their wires only.
 */
public final class Office implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private Sandbox sandbox;

	private final TenantControl tenant;

	private final ProductApi product;

	private Office(Sandbox sandbox) {
		this.sandbox = sandbox;
		this.tenant = new TenantControl(sandbox.tenant());
		this.product = new ProductApi(sandbox.product(), sandbox.tenant());
	}

	/** Opens an office in which the cast works and every mailbox is watched. */
	public static Office open() {
		return open(Map.of());
	}

	/** The same with settings of its own. */
	static Office open(Map<String, String> more) {
		var office = new Office(Sandbox.start(more));
		for (var person : Cast.values()) {
			office.tenant.employ(person, person.jobTitle());
			office.product.know(person, person.level());
			office.product.watch(person);
		}
		return office;
	}

	public TenantControl tenant() {
		return this.tenant;
	}

	public ProductApi product() {
		return this.product;
	}

	/** It is morning for somebody: his digest is due. */
	void itIsMorningFor(Correspondent person) {
		this.sandbox.bean(JdbcClient.class)
			.sql("update digest_subscription set due_at = now() where id = ?")
			.param(person.address())
			.update();
		this.sandbox.bean(DueRows.class).wake("digest_subscription");
	}

	/** The same product goes on at mail servers of one's own, where the mails are too. */
	void movesTo(MailHost host) {
		this.sandbox = this.sandbox.restarted("countersign.graph.",
				host.settings(host.smtpPort(), "countersign@min.example"));
	}

	/** Waits until every copy of the letters is known and nothing is due any more. */
	public void settles(Letter... letters) {
		var until = Instant.now().plus(PATIENCE);
		while (!isSettled(letters)) {
			if (Instant.now().isAfter(until)) {
				throw new AssertionError("Not settled after %s: %s".formatted(PATIENCE, this.product.status()));
			}
			pause(Duration.ofMillis(200));
		}
	}

	/** The message the product made of a letter. */
	public JsonNode message(Letter letter) {
		var seen = messages(letter);
		if (seen.size() != 1) {
			throw new AssertionError("%d messages are %s: %s".formatted(seen.size(), letter.messageId(), seen));
		}
		return seen.getFirst();
	}

	/** The full snapshot of the case a letter belongs to. */
	public JsonNode caseOf(Letter letter) {
		var message = message(letter);
		if (!message.path("case").isString()) {
			throw new AssertionError("No case: %s".formatted(message));
		}
		return this.product.get("/cases/" + message.path("case").asString());
	}

	/** The raw mails the product has sent that name this letter as an ancestor. */
	public List<String> answersTo(Letter letter) {
		return answers().stream().filter((mail) -> mail.contains(letter.messageId())).toList();
	}

	/** The raw mails the product has sent. */
	public List<String> answers() {
		return this.tenant.sent()
			.stream()
			.filter((mail) -> mail.path("sender").asString().startsWith("countersign@"))
			.map((mail) -> new String(Base64.getMimeDecoder().decode(mail.path("mime").asString()),
					StandardCharsets.UTF_8))
			.toList();
	}

	/**
	 * What is on record of a mailbox.
	 *
	 * @param settled what is in a case or ignored
	 */
	public record Completeness(long seen, long settled) {

		boolean isComplete() {
			return this.seen == this.settled;
		}

	}

	/** Waits until so many items of a mailbox are on record and settled. */
	public Completeness settles(Correspondent person, long seen) {
		var until = Instant.now().plus(PATIENCE);
		var now = completeness(person);
		while ((now.seen() < seen || !now.isComplete()) && Instant.now().isBefore(until)) {
			pause(Duration.ofMillis(200));
			now = completeness(person);
		}
		return now;
	}

	public Completeness completeness(Correspondent person) {
		return this.product.status()
			.path("mailboxes")
			.valueStream()
			.filter((row) -> row.path("mailbox").asString().equals(person.address()))
			.map((row) -> new Completeness(row.path("seen").asLong(),
					row.path("inCase").asLong() + row.path("ignored").asLong()))
			.findFirst()
			.orElse(new Completeness(0, 0));
	}

	static String sha256(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.sandbox.close();
	}

	static void pause(Duration time) {
		try {
			Thread.sleep(time);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	private boolean isSettled(Letter... letters) {
		for (var letter : letters) {
			if (messages(letter).isEmpty()) {
				return false;
			}
		}
		return this.product.status().path("pending").asLong() == 0;
	}

	private List<JsonNode> messages(Letter letter) {
		return this.product
			.all("/messages?internetMessageId=" + URLEncoder.encode(letter.messageId(), StandardCharsets.UTF_8));
	}

}
