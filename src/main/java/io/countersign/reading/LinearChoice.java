package io.countersign.reading;

import java.util.List;

/**
 * One {@link LinearModel} for each of several labels, in one file: the labels, and below
 * them for each feature how much it speaks for each.
 */
final class LinearChoice {

	private final List<String> labels;

	private final KeyTable keys;

	/** From the place of a feature's key on one for each label. */
	private final float[] weights;

	private LinearChoice(List<String> labels, KeyTable keys) {
		this.labels = labels;
		this.keys = keys;
		this.weights = new float[keys.length() * labels.size()];
	}

	static LinearChoice shipped(String name) {
		return of(LinearModel.file(name));
	}

	static LinearChoice of(String file) {
		var lines = file.lines().toList();
		var labels = List.of(lines.getFirst().split(" "));
		var rows = lines.stream().skip(1).map((line) -> line.split(" ", labels.size() + 1)).toList();
		var choice = new LinearChoice(labels, KeyTable.of(rows.stream().map((row) -> row[labels.size()]).toList()));
		rows.forEach(choice::put);
		return choice;
	}

	private void put(String[] row) {
		var first = this.keys.find(Fragment.of(row[this.labels.size()]).hash()) * this.labels.size();
		for (var at = 0; at < this.labels.size(); at++) {
			this.weights[first + at] = Float.parseFloat(row[at]);
		}
	}

	/** In the order of their sums. */
	List<String> labels() {
		return this.labels;
	}

	/** How much these features speak for each label. */
	double[] sums(Features features) {
		var sums = new double[this.labels.size()];
		for (var at = 0; at < features.size(); at++) {
			var place = this.keys.find(features.key(at));
			if (place >= 0) {
				add(place * sums.length, sums);
			}
		}
		return sums;
	}

	private void add(int first, double[] sums) {
		for (var at = 0; at < sums.length; at++) {
			sums[at] += this.weights[first + at];
		}
	}

	/**
	 * The place of the highest.
	 * @param but the place of one that is left out, or -1
	 */
	static int highest(double[] sums, int but) {
		var best = -1;
		for (var at = 0; at < sums.length; at++) {
			if (at != but && (best < 0 || sums[at] > sums[best])) {
				best = at;
			}
		}
		return best;
	}

}
