package io.countersign.reading;

import java.util.List;
import java.util.Optional;

/**
 * What a mail answers.
 *
 * @param confidence the share of readings like this that are right
 * @param needsConfirmation whether the author must be asked before anything is recorded
 * @param condition what an approval depends on, or the part it leaves out
 * @param delegateTo who is to deal with it next, as written
 * @param items the answers to numbered points
 * @param reasons what led here, each a sentence
 */
public record VerdictReading(Label label, double confidence, boolean needsConfirmation, Optional<String> condition,
		Optional<String> delegateTo, List<ItemVerdict> items, List<Clue> clues, List<String> reasons) {

	public VerdictReading {
		items = List.copyOf(items);
		clues = List.copyOf(clues);
		reasons = List.copyOf(reasons);
	}

	static VerdictReading ofProgram() {
		return new VerdictReading(Label.NONE, 0.97, false, Optional.empty(), Optional.empty(), List.of(), List.of(),
				List.of("A program wrote it."));
	}

	/** The same, with whoever is to deal with it where that is known. */
	VerdictReading to(Optional<String> receiver) {
		return new VerdictReading(this.label, this.confidence, this.needsConfirmation, this.condition,
				receiver.or(this::delegateTo), this.items, this.clues, this.reasons);
	}

	/** The same, once its author has confirmed it. */
	VerdictReading toConfirm(String reason) {
		return new VerdictReading(this.label, this.confidence, true, this.condition, this.delegateTo, this.items,
				this.clues, List.of(reason));
	}

	VerdictReading toConfirm() {
		return new VerdictReading(this.label, this.confidence, true, this.condition, this.delegateTo, this.items,
				this.clues, this.reasons);
	}

	/** Whether it says yes or no. */
	boolean isDecision() {
		return switch (this.label) {
			case APPROVED, APPROVED_WITH_CONDITIONS, REJECTED -> true;
			case RETURNED, DELEGATED, DEFERRED, NONE -> false;
		};
	}

	/** The answers a reply can give. */
	public enum Label {

		APPROVED, APPROVED_WITH_CONDITIONS, REJECTED, RETURNED, DELEGATED, DEFERRED, NONE

	}

	/**
	 * The answer to one numbered point.
	 *
	 * @param number as written, without dot or bracket
	 */
	public record ItemVerdict(String number, Label label, String quote) {
	}

}
