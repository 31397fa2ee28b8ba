package io.countersign.bench;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Pairs of rounds. What is said of them is their median. */
record Pairs(List<Pair> all) {

	Pairs {
		all = List.copyOf(all);
	}

	double ratio() {
		return median(Pair::ratio);
	}

	double ratioCompiled() {
		return median(Pair::ratioCompiled);
	}

	/** The lowest and the highest of the ratios. */
	String spread() {
		var ratios = this.all.stream().mapToDouble(Pair::ratio).summaryStatistics();
		return "%.2f to %.2f".formatted(ratios.getMin(), ratios.getMax());
	}

	double peakMegabytes() {
		return this.all.getLast().product().peakMegabytes();
	}

	double median(Function<Pair, Measurement> whose, ToDoubleFunction<Measurement> what) {
		return median((pair) -> what.applyAsDouble(whose.apply(pair)));
	}

	private double median(ToDoubleFunction<Pair> what) {
		var sorted = this.all.stream().mapToDouble(what).sorted().toArray();
		var middle = sorted.length / 2;
		return (sorted.length % 2 == 1) ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	}

}
