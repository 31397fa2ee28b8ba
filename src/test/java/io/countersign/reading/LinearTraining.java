package io.countersign.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the weights of a {@link LinearModel}: logistic regression by gradient steps in a
 * fixed order, so that the same examples give the same weights on every machine.
 */
final class LinearTraining {

	private static final Pace LONG_STEPS = new Pace(60, 0.2, 0.5);

	/** Where a hundred features stand in each example, long steps go too far. */
	private static final Pace SHORT_STEPS = new Pace(200, 0.02, 3);

	private static final double SLOWER = 0.2;

	private static final double WORTH_WRITING = 0.005;

	private final List<String> features;

	private final Pace pace;

	private final double[] weights;

	/** How often each feature stands in the examples: the rarer, the nearer to zero. */
	private final double[] counts;

	private LinearTraining(Map<String, Integer> counts, Pace pace) {
		this.pace = pace;
		this.features = List.copyOf(counts.keySet());
		this.counts = counts.values().stream().mapToDouble(Integer::doubleValue).toArray();
		this.weights = new double[counts.size()];
	}

	/**
	 * @param isEven whether both kinds count the same in all, however many there are
	 */
	static LearntModel of(List<Example> examples, int least, boolean isEven) {
		return of(examples, least, isEven, LONG_STEPS);
	}

	/** Where many features stand in each example. */
	static LearntModel ofDense(List<Example> examples, int least) {
		return of(examples, least, false, SHORT_STEPS);
	}

	private static LearntModel of(List<Example> examples, int least, boolean isEven, Pace pace) {
		var counts = new HashMap<String, Integer>();
		examples.forEach((example) -> example.features().forEach((name) -> counts.merge(name, 1, Integer::sum)));
		counts.values().removeIf((count) -> count < least);
		var training = new LinearTraining(new TreeMap<>(counts), pace);
		training.learn(training.samples(examples, isEven));
		return training.model();
	}

	private List<Sample> samples(List<Example> examples, boolean isEven) {
		var places = IntStream.range(0, this.features.size())
			.boxed()
			.collect(Collectors.toMap(this.features::get, (place) -> place));
		var found = (double) examples.stream().filter(Example::isFound).count();
		var samples = new ArrayList<Sample>();
		for (var example : examples) {
			var known = example.features()
				.stream()
				.filter(places::containsKey)
				.mapToInt(places::get)
				.sorted()
				.toArray();
			var kind = example.isFound() ? found : examples.size() - found;
			samples.add(new Sample(known, example.isFound(), isEven ? examples.size() / (2 * kind) : 1));
		}
		return samples;
	}

	private void learn(List<Sample> samples) {
		var random = new Random(20_261_126);
		for (var round = 0; round < this.pace.rounds(); round++) {
			Collections.shuffle(samples, random);
			var rate = this.pace.rate() / (1 + SLOWER * round);
			samples.forEach((sample) -> step(sample, rate));
		}
	}

	private void step(Sample sample, double rate) {
		var likely = LinearModel.likelihood(sum(sample.features()));
		var error = sample.weight() * ((sample.isFound() ? 1 : 0) - likely);
		for (var at : sample.features()) {
			this.weights[at] += rate * (error - this.pace.pull() * this.weights[at] / this.counts[at]);
		}
	}

	/** What rounding takes from the sum is given back with the next weight. */
	private double sum(int[] features) {
		var sum = 0.0;
		var over = 0.0;
		for (var at : features) {
			var added = this.weights[at] - over;
			var grown = sum + added;
			over = (grown - sum) - added;
			sum = grown;
		}
		return sum - over;
	}

	private LearntModel model() {
		return new LearntModel(IntStream.range(0, this.weights.length)
			.filter((at) -> Math.abs(this.weights[at]) >= WORTH_WRITING)
			.boxed()
			.collect(Collectors.toMap(this.features::get, (at) -> rounded(this.weights[at]))));
	}

	private static double rounded(double weight) {
		return Double.parseDouble(String.format(Locale.ROOT, "%.2f", weight));
	}

	/**
	 * How it learns.
	 *
	 * @param pull how strongly what stands in few examples is pulled to zero
	 */
	private record Pace(int rounds, double rate, double pull) {
	}

	/**
	 * What a model is to know.
	 *
	 * @param isFound whether it is what is looked for
	 */
	record Example(Set<String> features, boolean isFound) {
	}

	/**
	 * What is learnt from an example.
	 *
	 * @param features the places of what stands in it
	 * @param weight how much it counts
	 */
	private record Sample(int[] features, boolean isFound, double weight) {
	}

}
