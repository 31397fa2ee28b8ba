package io.countersign.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** One way to end a process without a word. */
sealed interface Kill {

	/** The product, when it reaches a point for the n-th time. */
	record AtPoint(CrashPoint point, int time) implements Kill {
	}

	/** The product, so long after mail began to flow. */
	record AtRandom(long millis) implements Kill {
	}

	/** The postmaster of PostgreSQL, so long after mail began to flow. */
	record Postmaster(long millis) implements Kill {
	}

	/** Each named point at least once where the number allows it, the rest by chance. */
	static List<Kill> plan(int count, Random random) {
		var kills = new ArrayList<Kill>();
		for (var number = 0; number < count; number++) {
			kills.add(switch (number % 5) {
				case 3 -> new AtRandom(random.nextLong(50, 3_000));
				case 4 -> new Postmaster(random.nextLong(50, 2_000));
				default -> new AtPoint(point(number), 1 + random.nextInt(2));
			});
		}
		Collections.shuffle(kills, random);
		return List.copyOf(kills);
	}

	private static CrashPoint point(int number) {
		var points = CrashPoint.values();
		return points[(number / 5 * 3 + number % 5) % points.length];
	}

}
