package io.countersign.bench;

/** The table the benchmark prints. */
final class Report {

	private Report() {
	}

	static void print(int mails, long seed, Measurement product, Measurement floor) {
		System.out.printf("%nBenchmark: %d mails, 1 in 5 decision-like, 1 in 10 with 200 kB, seed %d%n%n", mails, seed);
		System.out.printf("%-34s %12s %12s%n", "", "product", "floor");
		row("mails per second", product.mailsPerSecond(), floor.mailsPerSecond());
		row("CPU seconds per mail, process", product.cpuSeconds() / mails, floor.cpuSeconds() / mails);
		row("CPU seconds per mail, PostgreSQL", product.databaseCpuSeconds() / mails,
				floor.databaseCpuSeconds() / mails);
		row("mails per CPU second, both", product.mailsPerCpuSecond(), floor.mailsPerCpuSecond());
		row("peak resident set, MB", product.peakMegabytes(), floor.peakMegabytes());
		row("Graph requests per mail", product.requestsPerMail(), floor.requestsPerMail());
		System.out.printf("%nproduct : floor, mails per CPU second   %.2f (target 0.50, stretch 0.70)%n",
				product.mailsPerCpuSecond() / floor.mailsPerCpuSecond());
	}

	private static void row(String name, double product, double floor) {
		System.out.printf("%-34s %12.4g %12.4g%n", name, product, floor);
	}

}
