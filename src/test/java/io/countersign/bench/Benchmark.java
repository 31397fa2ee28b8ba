package io.countersign.bench;

import java.io.IOException;
import java.net.ServerSocket;
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

	/** Mails in the store before the last round, or 0 for no such round. */
	private static final int STORE = Integer.getInteger("bench.store", 100_000);

	private static final int CONNECTIONS = 8;

	/** Begins the names of rounds that are not measured. */
	private static final String WARM = "warm";

	/** Asking how far it is costs the product too, so it is asked seldom. */
	private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

	private static final long SEED = 20_261_124;

	private static final String MAIN_CLASS = "io.countersign.CountersignApplication";

	private final TenantControl tenant;

	private final ProcessHandle postmaster;

	private final Workload workload = new Workload(SEED);

	private final Report report = new Report();

	private Benchmark(TenantControl tenant, ProcessHandle postmaster) {
		this.tenant = tenant;
		this.postmaster = postmaster;
	}

	public static void main(String[] arguments) throws Exception {
		var log = Files.createTempFile("countersign-bench", ".log");
		try (var tenant = TenantProcess.start(log); var database = BenchDatabase.start()) {
			var benchmark = new Benchmark(new TenantControl(tenant.uri()), database.postmaster());
			benchmark.product(tenant.uri(), database.jdbcUrl("product"), log);
			benchmark.floor(tenant.uri(), database.jdbcUrl("floor"), log);
			benchmark.report.print(MAILS, SEED);
		}
	}

	private void product(URI tenant, String jdbcUrl, Path log) throws Exception {
		var settings = ProductSettings.of(tenant, jdbcUrl, freePort());
		// What is measured is the way of a mail; its files are read beside it.
		settings.put("countersign.extraction.enabled", "false");
		try (var product = ProductProcess.start(MAIN_CLASS, List.of("-Xmx512m"), settings, freePort(), log)) {
			if (!product.becomesReady()) {
				throw new IllegalStateException("The product did not start:\n" + product.lastLines());
			}
			var api = new ProductApi(ProductSettings.uri(settings), tenant);
			fill(api, product.handle(), WARM, new Workload(SEED + 1, 0), 0, WARM_UP);
			round(api, product.handle(), WARM, MAILS, this.workload);
			var before = Rows.in(jdbcUrl);
			var measured = round(api, product.handle(), "measured", MAILS, this.workload);
			this.report.product(measured, Rows.in(jdbcUrl).since(before));
			if (STORE > 0) {
				fill(api, product.handle(), "fill", new Workload(SEED + 2, 0), WARM_UP + 2 * MAILS, STORE);
				this.report.full(STORE, round(api, product.handle(), "late", MAILS, this.workload));
			}
		}
	}

	/** Mail without files, so that the tenant can hold it. */
	private void fill(ProductApi api, ProcessHandle product, String name, Workload light, int from, int to)
			throws Exception {
		for (var there = from; there < to; there += MAILS) {
			round(api, product, name + there + "x", Math.min(MAILS, to - there), light);
		}
	}

	/**
	 * Delivers a round, has its mailboxes watched, and waits until each mail of it is
	 * settled: the product walks the pages that the floor walks.
	 */
	private Measurement round(ProductApi api, ProcessHandle product, String round, int count, Workload workload)
			throws Exception {
		for (var person : Workload.people(round)) {
			this.tenant.employ(person, "Kontorchef");
			api.know(person, "kontorchef");
		}
		deliver(workload.letters(round, count).toList());
		var requests = this.tenant.requestCount();
		var before = Measurement.Start.of(product, this.postmaster);
		for (var person : Workload.people(round)) {
			api.watch(person);
		}
		while (settled(api, round) < count || api.status().path("pending").asLong() > 0) {
			Thread.sleep(LOOK_EVERY);
		}
		var measured = before.until(count, this.tenant.requestCount() - requests);
		System.out.printf("%s: %d mails, %.1f CPU s, %.1f CPU s in PostgreSQL, %d requests, %d s%n", round, count,
				measured.cpuSeconds(), measured.databaseCpuSeconds(), measured.requests(), measured.time().toSeconds());
		return measured;
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

	private static int freePort() throws IOException {
		try (var socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
