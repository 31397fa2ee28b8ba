package io.countersign.reading;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A number in steps, so that a linear model can weigh each of them. Those that are sums
 * of weights say nothing at zero, speak for what is looked for above it, and against it
 * below.
 */
enum Scale {

	/** The likeliest sentence to be a yes. */
	ASSENT(-4, -2, 0, 1, 2, 3, 4, 5, 7),

	/** The next likeliest. */
	ASSENT_BESIDE(-19, -4, -2, 0, 2, 4),

	/** The likeliest sentence, or part of one between commas. */
	ASSENT_IN_PARTS(-4, -2, 0, 1, 2, 3, 4, 5, 7),

	/** The sentence beside the yes that is least like a remark or another yes. */
	REMARK(-4, -2, -1, 0, 1, 2, 3, 4.9),

	ASSENT_IN_ALL(-6, -4, -2, 0, 2, 4, 6, 8),

	REMARK_IN_ALL(-4, -2, 0, 2, 4),

	/** By how much all of its words are more like an approval than like anything else. */
	LEANING(-12, -8, -5, -3, -1, 0, 1, 2, 3, 5, 7, 10),

	/** The logarithm of its words. */
	LENGTH(1, 1.5, 2, 2.5, 3, 3.5, 4),

	SENTENCES(1, 2, 3, 4, 5),

	/** Sentences beside the yes that no phrase explains. */
	OPEN(1, 2, 3, 4),

	/** Names, numbers and days that were not asked for. */
	NAMES(1, 2), NUMBERS(1), DAYS(1),

	/** Words that deny, that turn what is said, and that change something. */
	DENIALS(1, 2), TURNS(1, 2, 3), CHANGES(1),

	/** Words of what was asked. */
	ASKED(1, 2, 3),

	/** Of a mail: how many questions, words and sentences it has. */
	QUESTIONS(1, 2, 3), WORDS(5, 10, 20, 40, 80, 160), STATEMENTS(1, 2, 3, 5, 8, 13),

	/** By how much all words of a mail are more like one intent than like any other. */
	INTENT(-10, -7, -5, -3, -2, -1, 0, 1, 2, 3, 5, 8);

	/** Of two scales together, each second step. */
	private static final int COARSE = 2;

	private static final Fragment SPACE = Fragment.of(" ");

	private final double[] steps;

	private final List<Fragment> reached;

	private final List<Fragment> coarse;

	Scale(double... steps) {
		this.steps = steps;
		var label = name().toLowerCase(Locale.ROOT);
		this.reached = IntStream.rangeClosed(1, steps.length)
			.mapToObj((step) -> Fragment.of(label + " " + step))
			.toList();
		this.coarse = IntStream.rangeClosed(0, steps.length / COARSE)
			.mapToObj((step) -> Fragment.of(label + "=" + step))
			.toList();
	}

	/** A feature for each step that a value has reached. */
	List<Fragment> features(double value) {
		return this.reached.subList(0, stepOf(value));
	}

	/** Where two values stand together. */
	Fragment with(double value, Scale other, double othersValue) {
		return coarse(value).then(SPACE).then(other.coarse(othersValue));
	}

	Fragment coarse(double value) {
		return this.coarse.get(stepOf(value) / COARSE);
	}

	private int stepOf(double value) {
		var step = 0;
		while (step < this.steps.length && value >= this.steps[step]) {
			step++;
		}
		return step;
	}

}
