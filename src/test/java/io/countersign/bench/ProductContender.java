package io.countersign.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

import io.countersign.scenario.ProductApi;
import io.countersign.scenario.ProductProcess;
import io.countersign.scenario.ProductSettings;
import io.countersign.scenario.TenantControl;
import io.countersign.support.FreePort;

/**
 * The product in a process of its own. Mailboxes are watched for their round only, so
 * that each round has as many as the floor's.
 */
final class ProductContender implements Contender {

	private static final String MAIN_CLASS = "io.countersign.CountersignApplication";

	private static final Duration LOOK_EVERY = Duration.ofMillis(500);

	private final BenchDatabase database;

	private final ProductProcess process;

	private final ProductApi api;

	private final TenantControl tenant;

	private ProductContender(BenchDatabase database, ProductProcess process, ProductApi api, TenantControl tenant) {
		this.database = database;
		this.process = process;
		this.api = api;
		this.tenant = tenant;
	}

	static ProductContender start(URI tenant, Path log) throws IOException, SQLException, InterruptedException {
		var database = BenchDatabase.start("product");
		database.prepare();
		var settings = ProductSettings.of(tenant, database.jdbcUrl(), FreePort.next());
		// What is measured is the way of a mail; its files are read beside it.
		settings.put("countersign.extraction.enabled", "false");
		var process = ProductProcess.start(MAIN_CLASS, Benchmark.JVM, settings, FreePort.next(), log);
		var product = new ProductContender(database, process, api(settings, tenant), new TenantControl(tenant));
		if (!process.becomesReady()) {
			product.close();
			throw new IllegalStateException("The product did not start:\n" + process.lastLines());
		}
		return product;
	}

	private static ProductApi api(Map<String, String> settings, URI tenant) {
		return new ProductApi(ProductSettings.uri(settings), tenant);
	}

	/** Takes all mail out of its store. */
	void empty() throws SQLException, InterruptedException {
		this.database.empty();
		this.process.becomesReady();
	}

	@Override
	public Measurement walk(String round, int mails) throws IOException, SQLException, InterruptedException {
		for (var person : Workload.people(round)) {
			this.api.know(person, "kontorchef");
		}
		var measured = watch(round, mails);
		for (var person : Workload.people(round)) {
			this.api.delete("/watches/" + person.address());
		}
		return measured;
	}

	private Measurement watch(String round, int mails) throws IOException, SQLException, InterruptedException {
		try (var progress = Progress.in(this.database.jdbcUrl())) {
			var requests = this.tenant.requestCount();
			var counted = progress.counted();
			var before = Measurement.Start.of(this.process.handle(), this.database.postmaster());
			for (var person : Workload.people(round)) {
				this.api.watch(person);
			}
			while (progress.counted() < counted + mails || progress.hasMessagesDue() || settled(round) < mails
					|| this.api.status().path("pending").asLong() > 0) {
				Thread.sleep(LOOK_EVERY);
			}
			return before.until(mails, this.tenant.requestCount() - requests);
		}
	}

	private long settled(String round) {
		return this.api.status()
			.path("mailboxes")
			.valueStream()
			.filter((row) -> row.path("mailbox").asString().startsWith(round))
			.mapToLong((row) -> row.path("inCase").asLong() + row.path("ignored").asLong() + row.path("new").asLong()
					+ row.path("quarantined").asLong())
			.sum();
	}

	@Override
	public Rows rows() throws SQLException {
		return Rows.in(this.database.jdbcUrl());
	}

	@Override
	public void close() throws IOException {
		this.process.close();
		this.database.close();
	}

	@Override
	public String toString() {
		return "product";
	}

}
