package io.countersign.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A logistic regression whose weights stand in a file that anybody can read: a feature
 * with a weight above zero speaks for what it looks for, one below against it.
 */
final class LinearModel {

	private final Map<String, Double> weights;

	private LinearModel(Map<String, Double> weights) {
		this.weights = weights;
	}

	/** One that was trained from the examples of this project. */
	static LinearModel shipped(String name) {
		return of(file(name));
	}

	/** A file of weights beside the phrases. */
	static String file(String name) {
		try (var file = LinearModel.class.getResourceAsStream(name)) {
			if (file == null) {
				throw new IllegalStateException("There is no file of weights named " + name);
			}
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** A weight and what it belongs to on each line. */
	static LinearModel of(String lines) {
		return new LinearModel(lines.lines()
			.filter((line) -> !line.isBlank())
			.map((line) -> line.split(" ", 2))
			.collect(Collectors.toMap((line) -> line[1], (line) -> Double.valueOf(line[0]), (one, other) -> one,
					HashMap::new)));
	}

	Map<String, Double> weights() {
		return Map.copyOf(this.weights);
	}

	/** Between 0 and 1. */
	double likelihood(Collection<String> features) {
		return likelihood(sum(features));
	}

	/** Above zero it speaks for what is looked for, below against it. */
	double sum(Collection<String> features) {
		return features.stream().mapToDouble((name) -> this.weights.getOrDefault(name, 0.0)).sum();
	}

	static double likelihood(double sum) {
		return 1 / (1 + StrictMath.exp(-sum));
	}

	/** As {@link #of} takes it, in the order of what the weights belong to. */
	@Override
	public String toString() {
		return new TreeMap<>(this.weights).entrySet()
			.stream()
			.map((weight) -> String.format(Locale.ROOT, "%.2f %s\n", weight.getValue(), weight.getKey()))
			.collect(Collectors.joining());
	}

}
