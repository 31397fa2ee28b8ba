package io.countersign.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How likely words beside a clear yes are to leave it as it is: a reason, a next step,
 * where its author sits. A logistic regression over the words, whose weights stand in a
 * file that anybody can read: one above zero speaks for a remark, one below against it.
 */
final class RemarkModel {

	/** What every clause has. */
	private static final String ALWAYS = "=always";

	private static final String NUMBER = "#";

	private static final String BEGIN = "^";

	private static final String END = "$";

	private static final int STEM = 5;

	private static final int ENDING = 4;

	private final Map<String, Double> weights;

	private RemarkModel(Map<String, Double> weights) {
		this.weights = weights;
	}

	/** The one that was trained from the examples of this project. */
	static RemarkModel shipped() {
		try (var file = RemarkModel.class.getResourceAsStream("remarks.txt")) {
			if (file == null) {
				throw new IllegalStateException("There is no file of the weights of remarks");
			}
			return of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	/** A weight and what it belongs to on each line. */
	static RemarkModel of(String lines) {
		return new RemarkModel(lines.lines()
			.filter((line) -> !line.isBlank())
			.map((line) -> line.split(" ", 2))
			.collect(Collectors.toMap((line) -> line[1], (line) -> Double.valueOf(line[0]), (one, other) -> one,
					HashMap::new)));
	}

	/** Between 0 and 1. */
	double likelihood(Words words) {
		return likelihood(features(words).stream().mapToDouble((name) -> this.weights.getOrDefault(name, 0.0)).sum());
	}

	static double likelihood(double sum) {
		return 1 / (1 + StrictMath.exp(-sum));
	}

	/** What is looked at: words, how they begin and end, and their neighbours. */
	static Set<String> features(Words words) {
		var features = new LinkedHashSet<String>();
		features.add(ALWAYS);
		var before = BEGIN;
		for (var i = 0; i <= words.size(); i++) {
			var word = (i < words.size()) ? shape(words.at(i)) : END;
			features.add(word);
			if (word.length() > STEM) {
				features.add(stem(word) + '*');
				features.add('*' + word.substring(word.length() - ENDING));
			}
			features.add(before + ' ' + word);
			features.add('~' + stem(before) + ' ' + stem(word));
			before = word;
		}
		return features;
	}

	private static String stem(String word) {
		return word.substring(0, Math.min(STEM, word.length()));
	}

	/** All numbers alike. */
	private static String shape(String word) {
		return Character.isDigit(word.charAt(0)) ? NUMBER : word;
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
