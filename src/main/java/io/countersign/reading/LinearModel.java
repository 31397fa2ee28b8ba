package io.countersign.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/**
 * A logistic regression whose weights stand in a file that anybody can read: a feature
 * with a weight above zero speaks for what it looks for, one below against it.
 */
final class LinearModel {

	private final KeyTable keys;

	/** By the place of its key. */
	private final double[] weights;

	private LinearModel(KeyTable keys) {
		this.keys = keys;
		this.weights = new double[keys.length()];
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
	static LinearModel of(String file) {
		var lines = file.lines().filter((line) -> !line.isBlank()).map((line) -> line.split(" ", 2)).toList();
		var model = new LinearModel(KeyTable.of(lines.stream().map((line) -> line[1]).toList()));
		for (var line : lines) {
			model.weights[model.place(line[1])] = Double.parseDouble(line[0]);
		}
		return model;
	}

	private int place(String feature) {
		return this.keys.find(Fragment.of(feature).hash());
	}

	/** Between 0 and 1. */
	double likelihood(Features features) {
		return likelihood(sum(features));
	}

	/** Above zero it speaks for what is looked for, below against it. */
	double sum(Features features) {
		return IntStream.range(0, features.size()).mapToDouble((at) -> weight(features.key(at))).sum();
	}

	private double weight(long key) {
		var place = this.keys.find(key);
		return (place < 0) ? 0 : this.weights[place];
	}

	static double likelihood(double sum) {
		return 1 / (1 + StrictMath.exp(-sum));
	}

}
