package io.countersign.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The weights of a {@link LinearChoice}, as they are written into its file.
 *
 * @param weights by the names of their features, in the order of the labels
 */
record LearntChoice(List<String> labels, Map<String, float[]> weights) {

	/** In the order of the features, with so many decimals. */
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
