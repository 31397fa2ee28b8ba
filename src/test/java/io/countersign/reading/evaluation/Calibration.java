package io.countersign.reading.evaluation;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;

/** Of readings with a confidence, the share that is right. */
final class Calibration {

	private final Map<Double, int[]> bins = new TreeMap<>();

	void add(double confidence, boolean right) {
		var bin = this.bins.computeIfAbsent(Math.floor(confidence * 20) / 20, (key) -> new int[2]);
		bin[0] += right ? 1 : 0;
		bin[1]++;
	}

	void print(PrintStream out) {
		this.bins.forEach((bin, counts) -> out.printf("  confidence from %.2f: %d of %d right (%.2f)%n", bin, counts[0],
				counts[1], Confusion.share(counts[0], counts[1])));
	}

}
