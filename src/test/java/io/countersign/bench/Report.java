package io.countersign.bench;

import java.util.function.ToDoubleFunction;

/** The table the benchmark prints. */
final class Report {

	private Report() {
	}

	static void print(Pairs pairs, int mails, long seed) {
		System.out.printf(
				"%nBenchmark: %d pairs of rounds of %d mails, 1 in 5 decision-like, 1 in 10 with 200 kB, seed %d; medians%n%n",
				pairs.all().size(), mails, seed);
		System.out.printf("%-34s %12s %12s%n", "", "product", "floor");
		row("mails per second", pairs, Measurement::mailsPerSecond);
		row("CPU seconds per mail, process", pairs, (one) -> one.cpuSeconds() / one.mails());
		row("  of it compiling", pairs, (one) -> one.compilingSeconds() / one.mails());
		row("CPU seconds per mail, PostgreSQL", pairs, (one) -> one.databaseCpuSeconds() / one.mails());
		row("mails per CPU second, both", pairs, Measurement::mailsPerCpuSecond);
		row("peak resident set, MB", pairs, Measurement::peakMegabytes);
		row("Graph requests per mail", pairs, Measurement::requestsPerMail);
	}

	private static void row(String name, Pairs pairs, ToDoubleFunction<Measurement> what) {
		System.out.printf("%-34s %12.4g %12.4g%n", name, pairs.median(Pair::product, what),
				pairs.median(Pair::floor, what));
	}

	static void printRatio(Pairs pairs) {
		System.out.println();
		printRatios("pair ", pairs);
		System.out.printf(
				"%nproduct : floor, mails per CPU second   %.2f, median of %d pairs, %s (target 0.50, stretch 0.70)%n",
				pairs.ratio(), pairs.all().size(), pairs.spread());
		System.out.printf("the same without what the JVMs still compiled   %.2f%n", pairs.ratioCompiled());
	}

	/** Each pair, for whoever wants to see how quiet the machine was. */
	private static void printRatios(String name, Pairs pairs) {
		System.out.printf("%-34s %12s %12s %12s %14s%n", "mails per CPU second, both", "product", "floor", "ratio",
				"not compiling");
		for (var number = 0; number < pairs.all().size(); number++) {
			var pair = pairs.all().get(number);
			System.out.printf("%-34s %12.4g %12.4g %12.2f %14.2f%n", name + (number + 1),
					pair.product().mailsPerCpuSecond(), pair.floor().mailsPerCpuSecond(), pair.ratio(),
					pair.ratioCompiled());
		}
	}

	/**
	 * The cost of a mail is counted in mails of the floor, for an hour lies between the
	 * two, and without compiling, for meanwhile the JVM learns.
	 */
	static void printStores(int few, Pairs early, int many, Pairs late) {
		System.out.printf(
				"cost of a mail with %d in the store : with %d   %.2f (target at most 1.20), %.0f MB; 1 in 10 of the store with 20 kB%n",
				many, few, early.ratioCompiled() / late.ratioCompiled(), late.peakMegabytes());
		printRatios("with " + few + ", pair ", early);
		printRatios("with " + many + ", pair ", late);
	}

}
