package io.countersign.reading;

import java.util.List;
import java.util.Optional;

import io.countersign.reading.Act.Kind;
import io.countersign.reading.VerdictReading.Label;

/**
 * What phrases and models come to together, where phrases alone leave something
 * unexplained (stacked generalization, Wolpert 1992).
 */
final class Stacking {

	/** From here on, what phrases say is left as it is. */
	private static final double KNOWN = 0.9;

	/** Below it, an answer is no approval. */
	static final double LIKELY = 0.95;

	/** Below it, what a phrase takes for a condition is none that can be passed over. */
	private static final double DESPITE_A_CONDITION = 0.98;

	/** Below it, the author of an approval is asked. */
	static final double SURE = 0.995;

	private static final double CONFIDENCE = 0.6;

	/** One or two words that nobody can explain are like nothing. */
	private static final int FEWEST = 3;

	private static final LinearChoice MODEL = LinearChoice.shipped("verdicts.txt");

	private static final int APPROVED = MODEL.labels().indexOf(Label.APPROVED.name());

	private Stacking() {
	}

	/**
	 * @param acts what stands in it, with what remarks and assents explain
	 */
	static VerdictReading of(VerdictReading read, AnswerParts answer, List<Act> acts) {
		if ((read.confidence() >= KNOWN && read.label() != Label.NONE) || answer.words().size() < FEWEST) {
			return read;
		}
		var sums = MODEL.sums(StackingFeatures.of(read, answer));
		var label = Label.valueOf(MODEL.labels().get(LinearChoice.highest(sums, -1)));
		if (label == read.label() || (label == Label.NONE && read.label() == Label.APPROVED_WITH_CONDITIONS)) {
			return read;
		}
		return switch (label) {
			case APPROVED -> approval(read, LinearModel.likelihood(sums[APPROVED]), answer, acts);
			case APPROVED_WITH_CONDITIONS -> held(read, label, Optional.of(new OpenCondition(answer).in(acts)));
			default -> isNoAnyway(read, label, acts) ? Weighing.refusal(acts) : held(read, label, Optional.empty());
		};
	}

	/** "Not approved. The tone is wrong": nothing is allowed, whatever it is called. */
	private static boolean isNoAnyway(VerdictReading read, Label label, List<Act> acts) {
		return label == Label.REJECTED && read.label() == Label.RETURNED && !read.needsConfirmation()
				&& Weighing.has(acts, Kind.NO);
	}

	/**
	 * Below the bar, which is higher where a phrase has found a condition, what phrases
	 * found stays, and what they did not is held.
	 */
	private static VerdictReading approval(VerdictReading read, double likelihood, AnswerParts answer, List<Act> acts) {
		var bar = Weighing.has(acts, Kind.CONDITION) ? DESPITE_A_CONDITION : LIKELY;
		if (likelihood < bar || answer.words().size() >= Words.MOST) {
			return (read.label() != Label.NONE) ? read
					: Weighing.unsure(acts, "It is most like an approval, and not clearly enough.");
		}
		return new VerdictReading(Label.APPROVED, likelihood, likelihood < SURE, Optional.empty(), Optional.empty(),
				List.of(), Weighing.clues(acts),
				List.of("Not every part of it is explained by a phrase; together its parts are most like an approval."));
	}

	private static VerdictReading held(VerdictReading read, Label label, Optional<String> condition) {
		var delegate = (label == Label.DELEGATED) ? read.delegateTo() : Optional.<String>empty();
		return new VerdictReading(label, CONFIDENCE, true, condition, delegate, read.items(), read.clues(),
				List.of("No phrase explains it; by its words as a whole it is most like such answers."));
	}

}
