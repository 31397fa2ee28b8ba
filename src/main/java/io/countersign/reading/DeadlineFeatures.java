package io.countersign.reading;

import java.util.List;
import java.util.Set;

import io.countersign.reading.Glossary.Gloss;
import io.countersign.reading.Glossary.Glossed;

/**
 * What is looked at around a day to tell whether it is the deadline: the words of its
 * sentence, those next to it with their place, and what phrases say of it.
 */
final class DeadlineFeatures {

	private static final int NEAR = 4;

	private static final String DAY = "@";

	private static final String SENSE = "·";

	private DeadlineFeatures() {
	}

	/**
	 * @param marks what is known of it besides
	 * @param glossary what the words mean, in which all languages are alike
	 */
	static Set<String> of(Words words, Moment moment, Set<String> marks, Glossary glossary) {
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
		addSenses(words, moment, glossary, features);
		return features.all();
	}

	private static void addSenses(Words words, Moment moment, Glossary glossary, Features features) {
		var glossed = glossary.of(words);
		var before = glossed.stream().filter((one) -> one.end() <= moment.from()).toList().reversed();
		var behind = glossed.stream().filter((one) -> one.from() >= moment.to()).toList();
		for (var side : List.of(before, behind)) {
			var mark = (side == behind) ? ">" : "<";
			for (var at = 0; at < side.size(); at++) {
				features.add(sense(words, side, at));
				if (at < NEAR) {
					features.add(mark + sense(words, side, at));
				}
			}
			features.add(mark + mark + sense(words, side, 0));
			features.add(mark + mark + sense(words, side, 0) + " " + sense(words, side, 1));
		}
		features.add(sense(words, before, 0) + " " + DAY + " " + sense(words, behind, 0));
	}

	/** In what words mean, one day is like another. */
	private static String sense(Words words, List<Glossed> side, int at) {
		if (at >= side.size()) {
			return SENSE + "^";
		}
		return SENSE + side.get(at).gloss().map(Gloss::name).orElseGet(() -> shape(words, side.get(at).from()));
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
