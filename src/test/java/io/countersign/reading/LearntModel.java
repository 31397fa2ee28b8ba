package io.countersign.reading;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The weights of a {@link LinearModel}, as they are written into its file.
 *
 * @param weights by the names of their features, with two decimals
 */
record LearntModel(Map<String, Double> weights) {

	LinearModel model() {
		return LinearModel.of(toString());
	}

	/** In the order of what the weights belong to. */
	@Override
	public String toString() {
		return new TreeMap<>(this.weights).entrySet()
			.stream()
			.map((weight) -> String.format(Locale.ROOT, "%.2f %s\n", weight.getValue(), weight.getKey()))
			.collect(Collectors.joining());
	}

}
