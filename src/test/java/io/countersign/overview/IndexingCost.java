package io.countersign.overview;

import java.util.stream.IntStream;

import io.countersign.support.TestDatabase;

/**
 * What the index of pairs of words costs when mails are taken in: the same mails into two
 * databases of one run, one without it; medians of three.
 */
final class IndexingCost {

	private static final int MAILS = 10_000;

	private static final int ROUNDS = 3;

	private static final long SEED = 20_261_126;

	private IndexingCost() {
	}

	public static void main(String[] arguments) {
		perMail(true);
		var without = new double[ROUNDS];
		var with = new double[ROUNDS];
		for (var round = 0; round < ROUNDS; round++) {
			without[round] = perMail(false);
			with[round] = perMail(true);
		}
		System.out.printf("%n%d mails, ms a mail: %.2f without the index of pairs, %.2f with it%n", MAILS,
				median(without), median(with));
		System.exit(0);
	}

	private static double perMail(boolean pairs) {
		var database = TestDatabase.fresh().client();
		if (!pairs) {
			database.sql("drop index mail_by_pairs").update();
		}
		var archive = new LargeArchive(database, MAILS, 1, 1, SEED);
		var began = System.nanoTime();
		archive.fill();
		return (System.nanoTime() - began) / 1e6 / MAILS;
	}

	private static double median(double[] times) {
		return IntStream.range(0, times.length).mapToDouble((at) -> times[at]).sorted().toArray()[times.length / 2];
	}

}
