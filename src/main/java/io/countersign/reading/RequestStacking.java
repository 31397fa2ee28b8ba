package io.countersign.reading;

import io.countersign.reading.RequestReading.Intent;

/**
 * What phrases and words of a mail come to together, learnt from mails that taught
 * neither (stacked generalization, Wolpert 1992).
 */
final class RequestStacking {

	/** One request too many costs a leader's time, so it has to be the more likely. */
	private static final double RESERVE = 1;

	private static final double LOWEST = 0.5;

	private static final double HIGHEST = 0.97;

	private static final LinearChoice MODEL = LinearChoice.shipped("requests.txt");

	private RequestStacking() {
	}

	static Likely of(RequestEvidence evidence) {
		var sums = MODEL.sums(RequestStackingFeatures.of(evidence));
		sums[MODEL.labels().indexOf(Intent.APPROVAL_REQUEST.name())] -= RESERVE;
		var first = LinearChoice.highest(sums, -1);
		var second = LinearChoice.highest(sums, first);
		var likely = LinearModel.likelihood(sums[first] - sums[second]);
		return new Likely(Intent.valueOf(MODEL.labels().get(first)), Math.clamp(likely, LOWEST, HIGHEST));
	}

	/**
	 * @param confidence from 0.5 to 0.97
	 */
	record Likely(Intent intent, double confidence) {
	}

}
