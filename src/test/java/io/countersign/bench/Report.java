package io.countersign.bench;

import org.jspecify.annotations.Nullable;

/** The table the benchmark prints. */
final class Report {

	private @Nullable Measurement product;

	private @Nullable Measurement floor;

	private @Nullable Stores stores;

	private @Nullable Rows productRows;

	private @Nullable Rows floorRows;

	void product(Measurement measured, Rows rows) {
		this.product = measured;
		this.productRows = rows;
	}

	void floor(Measurement measured, Rows rows) {
		this.floor = measured;
		this.floorRows = rows;
	}

	/** The product with a store of few and one of many mails. */
	void stores(int few, Measurement early, int many, Measurement late) {
		this.stores = new Stores(few, early, many, late);
	}

	private record Stores(int few, Measurement early, int many, Measurement late) {

		double cost() {
			return this.early.mailsPerCpuSecond() / this.late.mailsPerCpuSecond();
		}

	}

	void print(int mails, long seed) {
		if (this.product == null || this.floor == null || this.productRows == null || this.floorRows == null) {
			throw new IllegalStateException("Nothing has been measured");
		}
		System.out.printf("%nBenchmark: %d mails, 1 in 5 decision-like, 1 in 10 with 200 kB, seed %d%n%n", mails, seed);
		System.out.printf("%-34s %12s %12s%n", "", "product", "floor");
		row("mails per second", this.product.mailsPerSecond(), this.floor.mailsPerSecond());
		row("CPU seconds per mail, process", this.product.cpuSeconds() / mails, this.floor.cpuSeconds() / mails);
		row("CPU seconds per mail, PostgreSQL", this.product.databaseCpuSeconds() / mails,
				this.floor.databaseCpuSeconds() / mails);
		row("mails per CPU second, both", this.product.mailsPerCpuSecond(), this.floor.mailsPerCpuSecond());
		row("peak resident set, MB", this.product.peakMegabytes(), this.floor.peakMegabytes());
		row("Graph requests per mail", this.product.requestsPerMail(), this.floor.requestsPerMail());
		Rows.print(this.productRows, this.floorRows);
		System.out.printf("%nproduct : floor, mails per CPU second   %.2f (target 0.50, stretch 0.70)%n",
				this.product.mailsPerCpuSecond() / this.floor.mailsPerCpuSecond());
		if (this.stores != null) {
			System.out.printf(
					"cost of a mail with %d in the store : with %d   %.2f (target at most 1.20), %.0f MB; 1 in 10 of the store with 20 kB%n",
					this.stores.many(), this.stores.few(), this.stores.cost(), this.stores.late().peakMegabytes());
		}
	}

	private static void row(String name, double product, double floor) {
		System.out.printf("%-34s %12.4g %12.4g%n", name, product, floor);
	}

}
