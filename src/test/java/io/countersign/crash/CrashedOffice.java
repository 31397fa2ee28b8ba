package io.countersign.crash;

import java.io.IOException;
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

/**
 * An office in which mail flows while its product and its database are killed again and
 * again.
 */
final class CrashedOffice {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Duration DIES_WITHIN = Duration.ofSeconds(20);

	private final Random random;

	private final SandboxTenant tenant;

	private final TenantControl control;

	private final KillableDatabase database;

	private final Lives lives;

	private final MailFlow flow;

	private Replica product;

	private CrashedOffice(SandboxTenant tenant, KillableDatabase database, Lives lives, long seed) throws Exception {
		this.random = new Random(seed);
		this.tenant = tenant;
		this.control = new TenantControl(tenant.uri());
		this.database = database;
		this.lives = lives;
		this.flow = new MailFlow(this.control, this.random, 20);
		this.product = begin(settings(tenant, database));
	}

	static CrashedOffice open(SandboxTenant tenant, KillableDatabase database, Lives lives, long seed)
			throws Exception {
		var office = new CrashedOffice(tenant, database, lives, seed);
		office.flow.begin(office.product.api());
		return office;
	}

	static Map<String, String> settings(SandboxTenant tenant, KillableDatabase database) throws Exception {
		var settings = new LinkedHashMap<>(ProductSettings.of(tenant.uri(), database.jdbcUrl(), FreePort.next()));
		settings.putAll(ProductSettings.NO_SENDING_LIMITS);
		settings.putAll(ProductSettings.SHORT_LEASES);
		// Whoever reads a file holds it for minutes, and no case waits for it.
		settings.put("countersign.extraction.enabled", "false");
		return settings;
	}

	private Replica begin(Map<String, String> settings) throws InterruptedException, IOException {
		return new Replica(settings, this.lives.start(settings),
				new ProductApi(ProductSettings.uri(settings), this.tenant.uri()));
	}

	/**
	 * Kills once in the midst of so many mails, or of a few that have just come where
	 * there are none. Answers false when a named point was not reached, and the product
	 * was killed all the same.
	 */
	boolean strike(Kill kill, int backlog) throws Exception {
		settle();
		var reached = kill(kill, backlog);
		if (!this.product.process().handle().isAlive()) {
			this.product = begin(this.product.settings());
		}
		return reached;
	}

	private boolean kill(Kill kill, int backlog) throws Exception {
		switch (kill) {
			case Kill.AtPoint point -> {
				this.product.process().tell("%s %d".formatted(point.point(), point.time()));
				receive((backlog > 0) ? backlog : 6);
				if (!this.product.process().endsWithin(DIES_WITHIN)) {
					this.product.process().kill();
					return false;
				}
			}
			case Kill.AtRandom atRandom -> {
				receive((backlog > 0) ? backlog : 4);
				Thread.sleep(atRandom.millis());
				this.product.process().kill();
			}
			case Kill.Postmaster postmaster -> {
				receive((backlog > 0) ? backlog : 4);
				Thread.sleep(postmaster.millis());
				this.database.killAndRestart();
			}
		}
		return true;
	}

	/** A second replica joins, both work on a backlog, and the older one dies. */
	void strikeOneOfTwo(int backlog) throws Exception {
		settle();
		var joined = begin(this.product.settingsOfAnother(FreePort.next()));
		receive(backlog);
		Thread.sleep(this.random.nextLong(100, 2_000));
		this.product.process().kill();
		this.product = joined;
	}

	private void receive(int mails) {
		for (var mail = 0; mail < mails; mail++) {
			this.flow.next();
		}
	}

	/** What its books come to when all mail has come and nothing is due any more. */
	Ledgers books() throws Exception {
		this.flow.end();
		settle();
		return Ledgers.compare(this.flow, this.control, this.product.api());
	}

	int mails() {
		return this.flow.delivered().values().stream().mapToInt(List::size).sum();
	}

	/** In one mailbox, over all replicas. */
	int mostCallsAtATime() {
		return this.control.highestConcurrency();
	}

	/** Waits until nothing is due, so that no mail is near more deaths than one. */
	private void settle() throws InterruptedException {
		var until = Instant.now().plus(PATIENCE);
		while (this.product.api().status().path("pending").asLong() > 0) {
			if (Instant.now().isAfter(until)) {
				throw new AssertionError("Still pending:\n" + Backlog.of(this.database.jdbcUrl()));
			}
			Thread.sleep(200);
		}
	}

	/** One process of the product, and where it answers. */
	private record Replica(Map<String, String> settings, ProductProcess process, ProductApi api) {

		/** The same product on the same database, at another port. */
		Map<String, String> settingsOfAnother(int port) {
			var others = new LinkedHashMap<>(this.settings);
			others.put("server.port", Integer.toString(port));
			others.put("countersign.graph.notification-url", "http://localhost:" + port);
			return others;
		}

	}

}
