package io.countersign.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.countersign.sandbox.SandboxTenant;
import io.countersign.scenario.ProductApi;
import io.countersign.scenario.ProductProcess;
import io.countersign.scenario.ProductSettings;
import io.countersign.scenario.TenantControl;
import io.countersign.support.FreePort;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the product and its database while mail flows, every fifth time in the midst of a
 * backlog, then one of two replicas in another, and compares the books. The kills of one
 * plan fall by turns on two offices beside each other, each with books of its own: a
 * process waits more than it works. The number of kills is {@code crash.kills}, the mails
 * of a backlog {@code crash.backlog}, the seed {@code crash.seed}.
 */
@Execution(ExecutionMode.CONCURRENT)
class CrashIT {

	private static final int KILLS = Integer.getInteger("crash.kills", 25);

	private static final int BACKLOG = Integer.getInteger("crash.backlog", 40);

	/**
	 * Of so many kills one hits a backlog, the others a few mails that have just come.
	 */
	private static final int BACKLOG_EVERY = 5;

	/** Kills of one of two replicas, on top of the others. */
	private static final int KILLS_OF_TWO = Math.max(1, KILLS / 25);

	private static final long SEED = Long.getLong("crash.seed", 20_261_124);

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Duration DIES_WITHIN = Duration.ofSeconds(20);

	private static final int TOLD_EVERY = 25;

	private static final int OFFICES = 2;

	/** Graph bears four calls at a time in a mailbox, and we make three. */
	private static final int AT_A_TIME = 3;

	@TempDir
	static Path shared;

	private static LinkedClasses classes;

	@TempDir
	Path directory;

	@BeforeAll
	static void linkClasses() throws Exception {
		try (var tenant = SandboxTenant.start(0, 0); var database = KillableDatabase.start(shared.resolve("pg"))) {
			classes = Lives.linked(shared, settings(tenant, database));
		}
	}

	@Test
	void nothingIsLostAndNothingIsDoubled() throws Exception {
		crash(0);
	}

	@Test
	void norInTheOfficeBesideIt() throws Exception {
		crash(1);
	}

	private void crash(int office) throws Exception {
		try (var tenant = SandboxTenant.start(0, 0);
				var database = KillableDatabase.start(this.directory.resolve("pg"))) {
			var settings = settings(tenant, database);
			try (var lives = new Lives(this.directory, classes)) {
				crash(office, tenant, database, settings, lives);
			}
		}
	}

	private void crash(int office, SandboxTenant tenant, KillableDatabase database, Map<String, String> settings,
			Lives lives) throws Exception {
		var random = new Random(SEED + office);
		var control = new TenantControl(tenant.uri());
		var flow = new MailFlow(control, random, 20);
		var product = new Replica(settings, lives.start(settings), api(tenant, settings));
		flow.begin(product.api());
		var plan = Kill.plan(KILLS, new Random(SEED));
		var done = 0;
		var missed = 0;
		var backlogs = 0;
		for (var number = office; number < KILLS; number += OFFICES) {
			settle(product.api(), database);
			var backlog = (number + 1) % BACKLOG_EVERY == 0;
			done++;
			backlogs += backlog ? 1 : 0;
			missed += strike(plan.get(number), product.process(), database, flow, backlog) ? 0 : 1;
			if (!product.process().handle().isAlive()) {
				product = product.living(lives.start(settings));
			}
			if (done % TOLD_EVERY == 0) {
				System.out.printf("Crash test: %d kills in office %d of %d%n", done, office + 1, OFFICES);
			}
		}
		var ofTwo = (KILLS_OF_TWO + office) / OFFICES;
		product = oneOfTwo(ofTwo, random, product, tenant, database, lives, flow);
		flow.end();
		settle(product.api(), database);
		var books = Ledgers.compare(flow, control, product.api());
		var atATime = control.highestConcurrency();
		System.out.printf(
				"Crash test, office %d of %d: %d kills (%d points were not reached and became kills at random), %d of them in a"
						+ " backlog of %d mails, and %d of one of two replicas in such a backlog, %d mails, seed %d, at most %d calls"
						+ " at a time in a mailbox%n"
						+ "mails lost %d, second cases %d, second replies %d, missing replies %d%n",
				office + 1, OFFICES, done, missed, backlogs, BACKLOG, ofTwo,
				flow.delivered().values().stream().mapToInt(List::size).sum(), SEED + office, atATime,
				books.mailsLost(), books.secondCases(), books.secondReplies(), books.missingReplies());
		assertThat(books.balance()).as(books.toString()).isTrue();
		assertThat(atATime).as("Calls at a time in one mailbox, over all replicas").isLessThanOrEqualTo(AT_A_TIME);
	}

	/**
	 * Again and again a second replica joins, both work on a backlog, and the older one
	 * dies. Answers who is left.
	 */
	private Replica oneOfTwo(int kills, Random random, Replica product, SandboxTenant tenant, KillableDatabase database,
			Lives lives, MailFlow flow) throws Exception {
		var left = product;
		for (var kill = 0; kill < kills; kill++) {
			settle(left.api(), database);
			var settings = left.settingsOfAnother(FreePort.next());
			var joined = new Replica(settings, lives.start(settings), api(tenant, settings));
			flow(flow, BACKLOG);
			Thread.sleep(random.nextLong(100, 2_000));
			left.process().kill();
			left = joined;
		}
		return left;
	}

	/**
	 * Answers false when a named point was not reached, and the product was killed all
	 * the same.
	 */
	private boolean strike(Kill kill, ProductProcess product, KillableDatabase database, MailFlow flow, boolean backlog)
			throws Exception {
		switch (kill) {
			case Kill.AtPoint point -> {
				product.tell("%s %d".formatted(point.point(), point.time()));
				flow(flow, backlog ? BACKLOG : 6);
				if (!product.endsWithin(DIES_WITHIN)) {
					product.kill();
					return false;
				}
			}
			case Kill.AtRandom random -> {
				flow(flow, backlog ? BACKLOG : 4);
				Thread.sleep(random.millis());
				product.kill();
			}
			case Kill.Postmaster postmaster -> {
				flow(flow, backlog ? BACKLOG : 4);
				Thread.sleep(postmaster.millis());
				database.killAndRestart();
			}
		}
		return true;
	}

	private static void flow(MailFlow flow, int mails) {
		for (var mail = 0; mail < mails; mail++) {
			flow.next();
		}
	}

	private static Map<String, String> settings(SandboxTenant tenant, KillableDatabase database) throws Exception {
		var settings = new LinkedHashMap<>(ProductSettings.of(tenant.uri(), database.jdbcUrl(), FreePort.next()));
		settings.putAll(ProductSettings.NO_SENDING_LIMITS);
		settings.putAll(ProductSettings.SHORT_LEASES);
		// Whoever reads a file holds it for minutes, and no case waits for it.
		settings.put("countersign.extraction.enabled", "false");
		return settings;
	}

	private static ProductApi api(SandboxTenant tenant, Map<String, String> settings) {
		return new ProductApi(ProductSettings.uri(settings), tenant.uri());
	}

	/** Waits until nothing is due, so that no mail is near more deaths than one. */
	private static void settle(ProductApi api, KillableDatabase database) throws InterruptedException {
		var until = Instant.now().plus(PATIENCE);
		while (api.status().path("pending").asLong() > 0) {
			if (Instant.now().isAfter(until)) {
				throw new AssertionError("Still pending:\n" + Backlog.of(database.jdbcUrl()));
			}
			Thread.sleep(200);
		}
	}

	/** One process of the product, and where it answers. */
	private record Replica(Map<String, String> settings, ProductProcess process, ProductApi api) {

		Replica living(ProductProcess next) {
			return new Replica(this.settings, next, this.api);
		}

		/** The same product on the same database, at another port. */
		Map<String, String> settingsOfAnother(int port) {
			var others = new LinkedHashMap<>(this.settings);
			others.put("server.port", Integer.toString(port));
			others.put("countersign.graph.notification-url", "http://localhost:" + port);
			return others;
		}

	}

}
