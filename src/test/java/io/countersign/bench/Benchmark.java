package io.countersign.bench;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;

import io.countersign.scenario.Letter;
import io.countersign.scenario.ProductApi;
import io.countersign.scenario.ProductProcess;
import io.countersign.scenario.ProductSettings;
import io.countersign.scenario.TenantControl;
import io.countersign.support.FreePort;

/**
 * Measures the way of a mail from the tenant to a committed case or ignored state, and in
 * the same run the floor. Tenant, PostgreSQL, product and floor are processes of their
 * own.
 */
final class Benchmark {

	/**
	 * Mails of one kind before anything is measured: a JVM is compiled when it has done
	 * something often enough, the floor's as the product's.
	 */
	private static final int WARM_UP = Integer.getInteger("bench.warm-up", 30_000);

	private static final int MAILS = Integer.getInteger("bench.mails", 5_000);

	/** Mails in a store that is almost empty. */
	private static final int FEW = 1_000;

	/** Mails in the store before the last round, or 0 for no such round. */
	private static final int STORE = Integer.getInteger("bench.store", 100_000);

	/** Of product and floor: what the README says to start the product with. */
	static final List<String> JVM = List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseSerialGC",
			"-XX:+UseCompactObjectHeaders", "-XX:MetaspaceSize=128m");

	/** As many as the product's pool has. */
	private static final int CONNECTIONS = 16;

	/** Begins the names of rounds that are not measured. */
	private static final String WARM = "warm";

	private static final Duration LOOK_EVERY = Duration.ofMillis(500);

	private static final long SEED = 20_261_124;

	private static final String MAIN_CLASS = "io.countersign.CountersignApplication";

	private final TenantControl tenant;

	private final ProcessHandle postmaster;

	private final Workload workload = Workload.of(SEED);

	private final Report report = new Report();

	private Benchmark(TenantControl tenant, ProcessHandle postmaster) {
		this.tenant = tenant;
		this.postmaster = postmaster;
	}

	public static void main(String[] arguments) throws Exception {
		var log = Files.createTempFile("countersign-bench", ".log");
		try (var tenant = TenantProcess.start(log); var database = BenchDatabase.start()) {
			var benchmark = new Benchmark(new TenantControl(tenant.uri()), database.postmaster());
			benchmark.product(tenant.uri(), database, log);
			benchmark.floor(tenant.uri(), database.jdbcUrl("floor"), log);
			benchmark.report.print(MAILS, SEED);
		}
	}

	private void product(URI tenant, BenchDatabase database, Path log) throws Exception {
		database.prepare("product");
		var jdbcUrl = database.jdbcUrl("product");
		var settings = ProductSettings.of(tenant, jdbcUrl, FreePort.next());
		// What is measured is the way of a mail; its files are read beside it.
		settings.put("countersign.extraction.enabled", "false");
		try (var product = ProductProcess.start(MAIN_CLASS, JVM, settings, FreePort.next(), log)) {
			if (!product.becomesReady()) {
				throw new IllegalStateException("The product did not start:\n" + product.lastLines());
			}
			var running = new Running(new ProductApi(ProductSettings.uri(settings), tenant), product.handle(), jdbcUrl);
			fill(running, WARM, Workload.withoutFiles(SEED + 1), 0, WARM_UP);
			round(running, WARM, MAILS, this.workload);
			var before = Rows.in(jdbcUrl);
			var measured = round(running, "measured", MAILS, this.workload);
			this.report.product(measured, Rows.in(jdbcUrl).since(before));
			if (STORE > 0) {
				database.empty("product");
				product.becomesReady();
				fill(running, "fill", Workload.small(SEED + 2), 0, FEW);
				var few = round(running, "early", MAILS, this.workload);
				fill(running, "fill", Workload.small(SEED + 3), FEW + MAILS, STORE);
				this.report.stores(FEW, few, STORE, round(running, "late", MAILS, this.workload));
			}
		}
	}

	/** The product that is measured. */
	private record Running(ProductApi api, ProcessHandle process, String jdbcUrl) {
	}

	/** Mail with small files or none, so that the tenant can hold it. */
	private void fill(Running product, String name, Workload light, int from, int to) throws Exception {
		for (var there = from; there < to; there += MAILS) {
			round(product, name + there + "x", Math.min(MAILS, to - there), light);
		}
	}

	/**
	 * Delivers a round, has its mailboxes watched, and waits until each mail of it is
	 * settled: the product walks the pages that the floor walks. Afterwards they are
	 * watched no more, so that each round has as many mailboxes as the floor's.
	 */
	private Measurement round(Running product, String round, int count, Workload workload) throws Exception {
		for (var person : Workload.people(round)) {
			this.tenant.employ(person, "Kontorchef");
			product.api().know(person, "kontorchef");
		}
		deliver(workload.letters(round, count).toList());
		var measured = walk(product, round, count);
		System.out.printf("%s: %d mails, %.1f CPU s, %.1f CPU s in PostgreSQL, %d requests, %d s%n", round, count,
				measured.cpuSeconds(), measured.databaseCpuSeconds(), measured.requests(), measured.time().toSeconds());
		for (var person : Workload.people(round)) {
			product.api().delete("/watches/" + person.address());
		}
		return measured;
	}

	private Measurement walk(Running product, String round, int count) throws Exception {
		try (var progress = Progress.in(product.jdbcUrl())) {
			var requests = this.tenant.requestCount();
			var counted = progress.counted();
			var before = Measurement.Start.of(product.process(), this.postmaster);
			for (var person : Workload.people(round)) {
				product.api().watch(person);
			}
			while (progress.counted() < counted + count || progress.hasMessagesDue()
					|| settled(product.api(), round) < count || product.api().status().path("pending").asLong() > 0) {
				Thread.sleep(LOOK_EVERY);
			}
			return before.until(count, this.tenant.requestCount() - requests);
		}
	}

	private void deliver(List<Letter> letters) throws InterruptedException {
		try (var pool = Executors.newFixedThreadPool(2)) {
			letters.forEach((letter) -> pool.submit(() -> this.tenant.send(letter)));
		}
	}

	private static long settled(ProductApi api, String round) {
		return api.status()
			.path("mailboxes")
			.valueStream()
			.filter((row) -> row.path("mailbox").asString().startsWith(round))
			.mapToLong((row) -> row.path("inCase").asLong() + row.path("ignored").asLong() + row.path("new").asLong()
					+ row.path("quarantined").asLong())
			.sum();
	}

	private void floor(URI tenant, String jdbcUrl, Path log) throws Exception {
		try (var floor = FloorProcess.start(tenant, jdbcUrl, CONNECTIONS, log)) {
			for (var there = 0; there < WARM_UP; there += MAILS) {
				floor.walk(WARM + there + "x");
			}
			floor.walk(WARM);
			var requests = floor.requests();
			var rows = Rows.in(jdbcUrl);
			var before = Measurement.Start.of(floor.handle(), this.postmaster);
			floor.walk("measured");
			var measured = before.until(MAILS, floor.requests() - requests);
			this.report.floor(measured, Rows.in(jdbcUrl).since(rows));
		}
	}

}
