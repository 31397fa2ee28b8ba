package io.countersign.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.countersign.reading.VerdictReading.Label;

/**
 * What an answer most likely is by all of its words, where no phrase explains it. It is
 * never an approval, and its author is always asked.
 */
final class AnswerLeaning {

	/** From here on, what phrases say is left as it is. */
	private static final double SURE = 0.8;

	/** From here on somebody stands like the one who is to deal with it. */
	private static final int RECEIVING = 4;

	private static final double CONFIDENCE = 0.6;

	/** One word that nobody can explain is like nothing. */
	private static final int FEWEST = 2;

	private static final String RECEIVER = "=receiver ";

	private static final LinearChoice MODEL = LinearChoice.shipped("answers.txt");

	private AnswerLeaning() {
	}

	/**
	 * @param words the first of the answer, as many as are looked at
	 */
	static VerdictReading of(VerdictReading read, Words words, String text, Phrasebook book, Supplier<List<Act>> acts) {
		if ((read.confidence() >= SURE && !mayHandOn(read, text, book)) || words.size() < FEWEST) {
			return read;
		}
		var label = likeliest(features(words, text, book));
		return switch (label) {
			case NONE, APPROVED -> read;
			case APPROVED_WITH_CONDITIONS -> held(read, label, Optional.of(open(acts.get(), words)));
			default -> (label == read.label()) ? read : held(read, label, Optional.empty());
		};
	}

	/** Its words, and whether somebody stands in it who may be the one to decide. */
	static Set<String> features(Words words, String text, Phrasebook book) {
		var features = new LinkedHashSet<>(AssentFeatures.of(words, Glossary.of(book.code())));
		features.add(RECEIVER + new Receivers(book).weight(text));
		return features;
	}

	private static Label likeliest(Set<String> features) {
		var sums = MODEL.sums(features);
		var best = 0;
		for (var at = 1; at < sums.length; at++) {
			best = (sums[at] > sums[best]) ? at : best;
		}
		return Label.valueOf(MODEL.labels().get(best));
	}

	/** "Could you take it up with Bo?" asks nothing back. */
	private static boolean mayHandOn(VerdictReading read, String text, Phrasebook book) {
		return read.label() == Label.RETURNED && new Receivers(book).weight(text) >= RECEIVING;
	}

	/** What stands beside the yes and the courtesies. */
	private static String open(List<Act> acts, Words words) {
		var open = acts.stream()
			.filter((act) -> !Weighing.isBesideAYes(act) || act.isGuessed())
			.map((act) -> act.clue().quote())
			.collect(Collectors.joining(" "));
		return open.isEmpty() ? words.toString() : open;
	}

	private static VerdictReading held(VerdictReading read, Label label, Optional<String> condition) {
		var delegate = (label == Label.DELEGATED) ? read.delegateTo() : Optional.<String>empty();
		return new VerdictReading(label, CONFIDENCE, true, condition, delegate, read.items(), read.clues(),
				List.of("No phrase explains it; by its words as a whole it is most like such answers."));
	}

}
