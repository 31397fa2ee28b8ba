package io.countersign.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

import io.countersign.scenario.Letter;
import io.countersign.scenario.TenantControl;

/**
 * Measures the way of a mail from the tenant to a committed case or ignored state, and
 * beside it the floor: both take in the same mails, round by round in turns. Tenant,
 * product and floor are processes of their own, and each of the two has a PostgreSQL of
 * its own.
 */
final class Benchmark {

	/**
	 * Mails of one kind before anything is measured: a JVM is compiled when it has done
	 * something often enough, the floor's as the product's.
	 */
	private static final int WARM_UP = Integer.getInteger("bench.warm-up", 30_000);

	/** Of one round. */
	private static final int MAILS = Integer.getInteger("bench.mails", 5_000);

	private static final int PAIRS = Integer.getInteger("bench.pairs", 5);

	/** Mails in a store that is almost empty. */
	private static final int FEW = 1_000;

	/** Mails in the store before the last rounds, or 0 for no such rounds. */
	private static final int STORE = Integer.getInteger("bench.store", 100_000);

	/** Of a store that shall hardly grow while it is measured. */
	private static final int STORE_PAIRS = 3;

	/** Of product and floor: what the README says to start the product with. */
	static final List<String> JVM = List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseSerialGC",
			"-XX:+UseCompactObjectHeaders", "-XX:MetaspaceSize=128m");

	private static final long SEED = 20_261_124;

	private final TenantControl tenant;

	private final ProductContender product;

	private final FloorContender floor;

	private final Workload workload = Workload.of(SEED);

	private Benchmark(URI tenant, ProductContender product, FloorContender floor) {
		this.tenant = new TenantControl(tenant);
		this.product = product;
		this.floor = floor;
	}

	public static void main(String[] arguments) throws Exception {
		var log = Files.createTempFile("countersign-bench", ".log");
		try (var tenant = TenantProcess.start(log);
				var product = ProductContender.start(tenant.uri(), log);
				var floor = FloorContender.start(tenant.uri(), log)) {
			var benchmark = new Benchmark(tenant.uri(), product, floor);
			benchmark.ratio();
			if (STORE > 0) {
				benchmark.stores();
			}
		}
	}

	private void ratio() throws Exception {
		fill("warm", Workload.withoutFiles(SEED + 1), 0, WARM_UP, List.of(this.product, this.floor));
		pairs("last-warm", 1, MAILS);
		var productRows = this.product.rows();
		var floorRows = this.floor.rows();
		var pairs = pairs("measured", PAIRS, MAILS);
		Report.print(pairs, MAILS, SEED);
		Rows.print(this.product.rows().since(productRows), this.floor.rows().since(floorRows));
		Report.printRatio(pairs);
	}

	private void stores() throws Exception {
		var round = MAILS / 2;
		this.product.empty();
		fill("few", Workload.small(SEED + 2), 0, FEW, List.of(this.product));
		var early = pairs("early", STORE_PAIRS, round);
		fill("fill", Workload.small(SEED + 3), FEW + STORE_PAIRS * round, STORE, List.of(this.product));
		Report.printStores(FEW, early, STORE, pairs("late", STORE_PAIRS, round));
	}

	/** Mail with small files or none, so that the tenant can hold it. */
	private void fill(String name, Workload light, int from, int to, List<Contender> whose) throws Exception {
		for (var there = from; there < to; there += MAILS) {
			var round = name + there + "x";
			var mails = Math.min(MAILS, to - there);
			deliver(round, light, mails);
			for (var contender : whose) {
				walk(contender, round, mails);
			}
		}
	}

	/** Who begins changes from pair to pair. */
	private Pairs pairs(String name, int count, int mails) throws Exception {
		var pairs = new ArrayList<Pair>();
		for (var number = 0; number < count; number++) {
			var round = name + number + "x";
			deliver(round, this.workload, mails);
			if (number % 2 == 0) {
				var product = walk(this.product, round, mails);
				pairs.add(new Pair(product, walk(this.floor, round, mails)));
			}
			else {
				var floor = walk(this.floor, round, mails);
				pairs.add(new Pair(walk(this.product, round, mails), floor));
			}
		}
		return new Pairs(pairs);
	}

	private static Measurement walk(Contender contender, String round, int mails)
			throws IOException, SQLException, InterruptedException {
		var measured = contender.walk(round, mails);
		System.out.printf(
				"%s: %d mails by the %s, %.1f CPU s (%.1f compiling), %.1f CPU s in PostgreSQL, %d requests, %d s%n",
				round, mails, contender, measured.cpuSeconds(), measured.compilingSeconds(),
				measured.databaseCpuSeconds(), measured.requests(), measured.time().toSeconds());
		return measured;
	}

	private void deliver(String round, Workload workload, int mails) {
		Workload.people(round).forEach((person) -> this.tenant.employ(person, "Kontorchef"));
		List<Letter> letters = workload.letters(round, mails).toList();
		try (var pool = Executors.newFixedThreadPool(2)) {
			letters.forEach((letter) -> pool.submit(() -> this.tenant.send(letter)));
		}
	}

}
