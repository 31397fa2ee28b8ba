package io.countersign.reading;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One {@link LinearModel} for each of several labels, in one file: the labels, and below
 * them for each feature how much it speaks for each.
 *
 * @param labels in the order of the weights
 */
record LinearChoice(List<String> labels, Map<String, float[]> weights) {

	static LinearChoice shipped(String name) {
		return of(LinearModel.file(name));
	}

	static LinearChoice of(String file) {
		var lines = file.lines().toList();
		var labels = List.of(lines.getFirst().split(" "));
		var weights = new HashMap<String, float[]>();
		for (var line : lines.subList(1, lines.size())) {
			var fields = line.split(" ", labels.size() + 1);
			var row = new float[labels.size()];
			for (var at = 0; at < row.length; at++) {
				row[at] = Float.parseFloat(fields[at]);
			}
			weights.put(fields[labels.size()], row);
		}
		return new LinearChoice(labels, weights);
	}

	/** How much these features speak for each label. */
	double[] sums(Collection<String> features) {
		var sums = new double[this.labels.size()];
		for (var feature : features) {
			var row = this.weights.get(feature);
			for (var at = 0; row != null && at < row.length; at++) {
				sums[at] += row[at];
			}
		}
		return sums;
	}

	/**
	 * The place of the highest.
	 * @param but the place of one that is left out, or -1
	 */
	static int highest(double[] sums, int but) {
		return IntStream.range(0, sums.length)
			.filter((at) -> at != but)
			.reduce((best, at) -> (sums[at] > sums[best]) ? at : best)
			.orElseThrow();
	}

	/** As {@link #of} takes it, in the order of the features, with so many decimals. */
	String written(int decimals) {
		var form = "%." + decimals + "f ";
		return String.join(" ", this.labels) + "\n"
				+ new TreeMap<>(this.weights).entrySet()
					.stream()
					.map((row) -> written(row.getValue(), form) + row.getKey() + "\n")
					.collect(Collectors.joining());
	}

	private static String written(float[] row, String form) {
		return IntStream.range(0, row.length).mapToObj((at) -> {
			var number = String.format(Locale.ROOT, form, row[at]);
			return Float.parseFloat(number) == 0 ? "0 " : number;
		}).collect(Collectors.joining());
	}

}
