package io.countersign.reading;

import java.util.List;
import java.util.Optional;
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

	private static final double CONFIDENCE = 0.6;

	/** One word that nobody can explain is like nothing. */
	private static final int FEWEST = 2;

	private static final LinearChoice MODEL = LinearChoice.shipped("answers.txt");

	private AnswerLeaning() {
	}

	/**
	 * @param words the first of the answer, as many as are looked at
	 */
	static VerdictReading of(VerdictReading read, Words words, Glossary glossary, Supplier<List<Act>> acts) {
		if (read.confidence() >= SURE || words.size() < FEWEST) {
			return read;
		}
		var label = likeliest(words, glossary);
		return switch (label) {
			case NONE, APPROVED -> read;
			case APPROVED_WITH_CONDITIONS -> held(read, label, Optional.of(open(acts.get(), words)));
			default -> (label == read.label()) ? read : held(read, label, Optional.empty());
		};
	}

	private static Label likeliest(Words words, Glossary glossary) {
		var sums = MODEL.sums(AssentFeatures.of(words, glossary));
		var best = 0;
		for (var at = 1; at < sums.length; at++) {
			best = (sums[at] > sums[best]) ? at : best;
		}
		return Label.valueOf(MODEL.labels().get(best));
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
