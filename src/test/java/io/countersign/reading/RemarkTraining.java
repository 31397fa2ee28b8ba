package io.countersign.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the weights of remarks: logistic regression by gradient steps in a fixed order,
 * so that the same examples give the same weights on every machine.
 */
final class RemarkTraining {

	private static final int ROUNDS = 60;

	private static final double RATE = 0.2;

	private static final double SLOWER = 0.2;

	/** So often a feature must stand in the examples to count. */
	private static final int LEAST = 2;

	private static final double WORTH_WRITING = 0.005;

	private final List<String> features;

	private final double[] weights;

	/** How often each feature stands in the examples: the rarer, the nearer to zero. */
	private final double[] counts;

	private RemarkTraining(Map<String, Long> counts) {
		this.features = List.copyOf(counts.keySet());
		this.counts = counts.values().stream().mapToDouble(Long::doubleValue).toArray();
		this.weights = new double[counts.size()];
	}

	/** Writes the weights anew, once the examples have changed. */
	public static void main(String[] arguments) throws IOException {
		Files.writeString(Path.of("src/main/resources/io/countersign/reading/remarks.txt"),
				of(RemarkExample.all()).toString());
	}

	static RemarkModel of(List<RemarkExample> examples) {
		var counts = new TreeMap<>(examples.stream()
			.flatMap((example) -> RemarkModel.features(example.asWords()).stream())
			.collect(Collectors.groupingBy((name) -> name, Collectors.counting())));
		counts.values().removeIf((count) -> count < LEAST);
		var training = new RemarkTraining(counts);
		training.learn(training.samples(examples));
		return training.model();
	}

	private List<Sample> samples(List<RemarkExample> examples) {
		var places = IntStream.range(0, this.features.size())
			.boxed()
			.collect(Collectors.toMap(this.features::get, (place) -> place));
		var harmless = (double) examples.stream().filter(RemarkExample::isHarmless).count();
		var samples = new ArrayList<Sample>();
		for (var example : examples) {
			var known = RemarkModel.features(example.asWords())
				.stream()
				.filter(places::containsKey)
				.mapToInt(places::get)
				.sorted()
				.toArray();
			samples.add(new Sample(known, example.isHarmless(),
					examples.size() / (2 * (example.isHarmless() ? harmless : examples.size() - harmless))));
		}
		return samples;
	}

	private void learn(List<Sample> samples) {
		var random = new Random(20_261_126);
		for (var round = 0; round < ROUNDS; round++) {
			Collections.shuffle(samples, random);
			var rate = RATE / (1 + SLOWER * round);
			samples.forEach((sample) -> step(sample, rate));
		}
	}

	private void step(Sample sample, double rate) {
		var likely = RemarkModel
			.likelihood(IntStream.of(sample.features()).mapToDouble((at) -> this.weights[at]).sum());
		var error = sample.weight() * ((sample.isHarmless() ? 1 : 0) - likely);
		for (var at : sample.features()) {
			this.weights[at] += rate * (error - this.weights[at] / this.counts[at]);
		}
	}

	private RemarkModel model() {
		return RemarkModel.of(IntStream.range(0, this.weights.length)
			.filter((at) -> Math.abs(this.weights[at]) >= WORTH_WRITING)
			.mapToObj((at) -> String.format(Locale.ROOT, "%.2f %s\n", this.weights[at], this.features.get(at)))
			.collect(Collectors.joining()));
	}

	/**
	 * What is learnt from an example.
	 *
	 * @param features the places of what stands in it
	 * @param weight so that both kinds count the same in all
	 */
	private record Sample(int[] features, boolean isHarmless, double weight) {
	}

}
