package io.countersign.reading;

import java.util.Set;

/**
 * What is looked at around a day to tell whether it is the deadline: the words of its
 * sentence, those next to it with their place, and what phrases say of it.
 */
final class DeadlineFeatures {

	private static final int NEAR = 4;

	private static final String DAY = "@";

	private DeadlineFeatures() {
	}

	/**
	 * @param marks what is known of it besides
	 */
	static Set<String> of(Words words, Moment moment, Set<String> marks) {
		var features = new Features();
		marks.forEach((mark) -> features.add("=" + mark));
		for (var at = 0; at < words.size(); at++) {
			if (at < moment.from() || at >= moment.to()) {
				features.add(shape(words, at));
				near(words, at, moment, features);
			}
		}
		features.add(shape(words, moment.from() - 1) + " " + DAY);
		features.add(DAY + " " + shape(words, moment.to()));
		features.add(shape(words, moment.from() - 1) + " " + DAY + " " + shape(words, moment.to()));
		features.add(shape(words, moment.from() - 2) + " " + shape(words, moment.from() - 1) + " " + DAY);
		features.add(DAY + " " + shape(words, moment.to()) + " " + shape(words, moment.to() + 1));
		return features.all();
	}

	private static void near(Words words, int at, Moment moment, Features features) {
		var before = moment.from() - at;
		var behind = at - moment.to() + 1;
		if (before > 0 && before <= NEAR) {
			features.add("<" + shape(words, at));
		}
		if (behind > 0 && behind <= NEAR) {
			features.add(">" + shape(words, at));
		}
	}

	/** All numbers alike; a border where the sentence ends. */
	private static String shape(Words words, int at) {
		if (at < 0 || at >= words.size()) {
			return "^";
		}
		return Character.isDigit(words.at(at).charAt(0)) ? Features.NUMBER : words.at(at);
	}

}
