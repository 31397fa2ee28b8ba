package io.countersign.crash;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import io.countersign.sandbox.SandboxTenant;
import io.countersign.scenario.ProductApi;
import io.countersign.scenario.ProductProcess;
import io.countersign.scenario.ProductSettings;
import io.countersign.scenario.TenantControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills the product and its database while mail flows, then compares the books. The
 * number of kills is {@code crash.kills}, the seed {@code crash.seed}.
 */
class CrashIT {

	private static final int KILLS = Integer.getInteger("crash.kills", 25);

	private static final long SEED = Long.getLong("crash.seed", 20_261_124);

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Duration DIES_WITHIN = Duration.ofSeconds(20);

	private static final List<String> JVM = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1");

	private static final int TOLD_EVERY = 25;

	private final Random random = new Random(SEED);

	private final List<ProductProcess> lives = new ArrayList<>();

	@TempDir
	Path directory;

	@AfterEach
	void nobodySurvivesTheTest() throws InterruptedException {
		for (var life : this.lives) {
			life.kill();
		}
	}

	@Test
	void nothingIsLostAndNothingIsDoubled() throws Exception {
		try (var tenant = SandboxTenant.start(0, 0);
				var database = KillableDatabase.start(this.directory.resolve("pg"))) {
			var control = new TenantControl(tenant.uri());
			var settings = new LinkedHashMap<>(ProductSettings.of(tenant.uri(), database.jdbcUrl(), freePort()));
			settings.putAll(ProductSettings.NO_SENDING_LIMITS);
			settings.putAll(ProductSettings.SHORT_LEASES);
			// Whoever reads a file holds it for minutes, and no case waits for it.
			settings.put("countersign.extraction.enabled", "false");
			var api = new ProductApi(ProductSettings.uri(settings), tenant.uri());
			var flow = new MailFlow(control, this.random, 20);
			var done = 0;
			var missed = 0;
			var classes = linked(settings);
			var product = start(settings, classes);
			flow.begin(api);
			for (var kill : Kill.plan(KILLS, this.random)) {
				settle(api, database);
				var struck = strike(kill, product, database, flow);
				missed += struck ? 0 : 1;
				done++;
				if (!product.handle().isAlive()) {
					product = start(settings, classes);
				}
				if (done % TOLD_EVERY == 0) {
					System.out.printf("Crash test: %d of %d kills%n", done, KILLS);
				}
			}
			flow.end();
			settle(api, database);
			var books = Ledgers.compare(flow, control, api);
			product.close();
			System.out.printf(
					"Crash test: %d kills (%d points were not reached and became kills at random), %d mails, seed %d%n"
							+ "mails lost %d, second cases %d, second replies %d, missing replies %d%n",
					done, missed, flow.delivered().values().stream().mapToInt(List::size).sum(), SEED,
					books.mailsLost(), books.secondCases(), books.secondReplies(), books.missingReplies());
			assertThat(books.balance()).as(books.toString()).isTrue();
		}
	}

	/**
	 * Answers false when a named point was not reached, and the product was killed all
	 * the same.
	 */
	private boolean strike(Kill kill, ProductProcess product, KillableDatabase database, MailFlow flow)
			throws Exception {
		switch (kill) {
			case Kill.AtPoint point -> {
				product.tell("%s %d".formatted(point.point(), point.time()));
				flow(flow, 6);
				if (!product.endsWithin(DIES_WITHIN)) {
					product.kill();
					return false;
				}
			}
			case Kill.AtRandom random -> {
				flow(flow, 4);
				Thread.sleep(random.millis());
				product.kill();
			}
			case Kill.Postmaster postmaster -> {
				flow(flow, 4);
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

	/** Lives once in peace, so that the lives that end badly begin soon. */
	private LinkedClasses linked(Map<String, String> settings) throws InterruptedException, IOException {
		var classes = LinkedClasses.packed(this.directory.resolve("classes"));
		var life = start(settings, classes, classes.recorded());
		life.handle().destroy();
		assertThat(life.endsWithin(PATIENCE)).as("The life whose classes are noted writes them down at its end")
			.isTrue();
		classes.link(JVM);
		return classes;
	}

	private ProductProcess start(Map<String, String> settings, LinkedClasses classes)
			throws InterruptedException, IOException {
		return start(settings, classes, classes.used());
	}

	private ProductProcess start(Map<String, String> settings, LinkedClasses classes, List<String> mode)
			throws InterruptedException, IOException {
		var options = Stream.concat(JVM.stream(), mode.stream()).toList();
		var product = ProductProcess.start(classes.classPath(), DyingProduct.class.getName(), options, settings,
				freePort(), this.directory.resolve("product.log"));
		this.lives.add(product);
		assertThat(product.becomesReady()).as(product.lastLines()).isTrue();
		return product;
	}

	/** Waits until nothing is due, so that no mail is near more deaths than one. */
	private void settle(ProductApi api, KillableDatabase database) throws InterruptedException {
		var until = Instant.now().plus(PATIENCE);
		while (api.status().path("pending").asLong() > 0) {
			if (Instant.now().isAfter(until)) {
				throw new AssertionError("Still pending:\n" + Backlog.of(database.jdbcUrl()));
			}
			Thread.sleep(200);
		}
	}

	private static int freePort() throws IOException {
		try (var socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
