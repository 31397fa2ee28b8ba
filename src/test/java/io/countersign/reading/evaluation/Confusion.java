package io.countersign.reading.evaluation;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** How often each label was read as which. */
final class Confusion {

	private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

	void add(String expected, String actual) {
		this.counts.computeIfAbsent(expected, (label) -> new TreeMap<>()).merge(actual, 1, Integer::sum);
	}

	int expected(String label) {
		return this.counts.getOrDefault(label, Map.of()).values().stream().mapToInt(Integer::intValue).sum();
	}

	int actual(String label) {
		return this.counts.values().stream().mapToInt((row) -> row.getOrDefault(label, 0)).sum();
	}

	int right(String label) {
		return this.counts.getOrDefault(label, Map.of()).getOrDefault(label, 0);
	}

	int wrongly(String label) {
		return actual(label) - right(label);
	}

	int total() {
		return labels().stream().mapToInt(this::expected).sum();
	}

	double precision(String label) {
		return share(right(label), actual(label));
	}

	double recall(String label) {
		return share(right(label), expected(label));
	}

	double f1(String label) {
		var sum = precision(label) + recall(label);
		return (sum == 0) ? 0 : 2 * precision(label) * recall(label) / sum;
	}

	/** The mean over the labels that occur among what was expected. */
	double macroF1() {
		return this.counts.keySet().stream().mapToDouble(this::f1).average().orElse(0);
	}

	double accuracy() {
		return share(labels().stream().mapToInt(this::right).sum(), total());
	}

	private TreeSet<String> labels() {
		var labels = new TreeSet<>(this.counts.keySet());
		this.counts.values().forEach((row) -> labels.addAll(row.keySet()));
		return labels;
	}

	void print(PrintStream out) {
		for (var label : labels()) {
			out.printf("  %-26s n %4d  precision %.3f  recall %.3f  F1 %.3f  read as %s%n", label, expected(label),
					precision(label), recall(label), f1(label), this.counts.getOrDefault(label, Map.of()));
		}
		out.printf("  accuracy %.3f  macro F1 %.3f%n", accuracy(), macroF1());
	}

	static double share(int part, int whole) {
		return (whole == 0) ? 0 : (double) part / whole;
	}

}
