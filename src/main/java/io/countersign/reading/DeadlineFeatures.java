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

	private static final Fragment DAY = Fragment.of("@");

	private static final Fragment SENSE = Fragment.of("·");

	private static final Fragment BEFORE = Fragment.of("<");

	private static final Fragment BEHIND = Fragment.of(">");

	private static final Fragment BORDER = Fragment.of("^");

	private static final Fragment SPACE = Fragment.of(" ");

	private DeadlineFeatures() {
	}

	/**
	 * @param marks what is known of it besides
	 * @param glossary what the words mean, in which all languages are alike
	 */
	static void add(Words words, Moment moment, Set<String> marks, Glossary glossary, Features features) {
		marks.forEach((mark) -> features.add(Fragment.of("=" + mark)));
		for (var at = 0; at < words.size(); at++) {
			if (at < moment.from() || at >= moment.to()) {
				features.add(shape(words, at));
				addNear(words, at, moment, features);
			}
		}
		var before = shape(words, moment.from() - 1);
		var behind = shape(words, moment.to());
		features.add(row(before, DAY));
		features.add(row(DAY, behind));
		features.add(row(before, DAY, behind));
		features.add(row(shape(words, moment.from() - 2), before, DAY));
		features.add(row(DAY, behind, shape(words, moment.to() + 1)));
		addSenses(words, moment, glossary, features);
	}

	private static void addSenses(Words words, Moment moment, Glossary glossary, Features features) {
		var glossed = words.in(glossary);
		var before = glossed.stream().filter((one) -> one.end() <= moment.from()).toList().reversed();
		var behind = glossed.stream().filter((one) -> one.from() >= moment.to()).toList();
		addSenses(words, before, BEFORE, features);
		addSenses(words, behind, BEHIND, features);
		features.add(row(sense(words, before, 0), DAY, sense(words, behind, 0)));
	}

	private static void addSenses(Words words, List<Glossed> side, Fragment mark, Features features) {
		for (var at = 0; at < side.size(); at++) {
			features.add(sense(words, side, at));
			if (at < NEAR) {
				features.add(mark.then(sense(words, side, at)));
			}
		}
		var next = mark.then(mark).then(sense(words, side, 0));
		features.add(next);
		features.add(row(next, sense(words, side, 1)));
	}

	/** In what words mean, one day is like another. */
	private static Fragment sense(Words words, List<Glossed> side, int at) {
		if (at >= side.size()) {
			return SENSE.then(BORDER);
		}
		return SENSE.then(side.get(at).gloss().map(Gloss::named).orElseGet(() -> shape(words, side.get(at).from())));
	}

	private static void addNear(Words words, int at, Moment moment, Features features) {
		var before = moment.from() - at;
		var behind = at - moment.to() + 1;
		if (before > 0 && before <= NEAR) {
			features.add(BEFORE.then(shape(words, at)));
		}
		if (behind > 0 && behind <= NEAR) {
			features.add(BEHIND.then(shape(words, at)));
		}
	}

	/** All numbers alike; a border where the sentence ends. */
	private static Fragment shape(Words words, int at) {
		return (at < 0 || at >= words.size()) ? BORDER : words.lexeme(at).shape().whole();
	}

	private static Fragment row(Fragment... parts) {
		var row = parts[0];
		for (var at = 1; at < parts.length; at++) {
			row = row.then(SPACE).then(parts[at]);
		}
		return row;
	}

}
