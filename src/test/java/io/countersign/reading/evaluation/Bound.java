package io.countersign.reading.evaluation;

/** How bad a share may really be, given what was counted. */
final class Bound {

	private static final double RISK = 0.05;

	private Bound() {
	}

	/** The 95 % upper bound of Clopper and Pearson. */
	static double upper(int count, int of) {
		if (count >= of) {
			return 1;
		}
		var low = 0.0;
		var high = 1.0;
		for (var i = 0; i < 60; i++) {
			var middle = (low + high) / 2;
			if (atMost(count, of, middle) > RISK) {
				low = middle;
			}
			else {
				high = middle;
			}
		}
		return high;
	}

	private static double atMost(int count, int of, double share) {
		var term = of * Math.log1p(-share);
		var sum = Math.exp(term);
		for (var i = 1; i <= count; i++) {
			term += Math.log((double) (of - i + 1) / i) + Math.log(share) - Math.log1p(-share);
			sum += Math.exp(term);
		}
		return sum;
	}

}
