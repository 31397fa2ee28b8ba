package io.countersign.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import io.countersign.reading.VerdictReading.ItemVerdict;
import io.countersign.reading.VerdictReading.Label;

/**
 * The verdicts on the points of one request.
 *
 * @param wholes for each point what was written of it, with its number where it has one
 */
record ItemVerdicts(List<ItemVerdict> items, List<String> wholes) {

	ItemVerdicts {
		items = List.copyOf(items);
		wholes = List.copyOf(wholes);
	}

	/**
	 * What they are together.
	 * @param isDoubtful whether something beside the points was not understood
	 */
	VerdictReading sum(boolean isDoubtful, Clue clue) {
		var unclear = isDoubtful || this.items.stream().anyMatch((item) -> item.label() == Label.NONE);
		var label = label();
		var left = (label == Label.APPROVED_WITH_CONDITIONS) ? Optional.of(left()) : Optional.<String>empty();
		if (label == Label.APPROVED && unclear) {
			label = Label.NONE;
		}
		return new VerdictReading(label, unclear ? 0.6 : 0.85, unclear, left, Optional.empty(), this.items,
				List.of(clue), List.of("It answers %d points one by one.".formatted(this.items.size())));
	}

	private Label label() {
		var yes = this.items.stream().filter((item) -> isYes(item.label())).count();
		if (yes > 0) {
			return this.items.stream().allMatch((item) -> item.label() == Label.APPROVED || item.label() == Label.NONE)
					? Label.APPROVED : Label.APPROVED_WITH_CONDITIONS;
		}
		return this.items.stream()
			.map(ItemVerdict::label)
			.filter((label) -> label != Label.NONE)
			.findFirst()
			.orElse(Label.NONE);
	}

	private static boolean isYes(Label label) {
		return label == Label.APPROVED || label == Label.APPROVED_WITH_CONDITIONS;
	}

	/** The points that were not simply approved, as written. */
	private String left() {
		var left = new LinkedHashSet<String>();
		for (var i = 0; i < this.items.size(); i++) {
			if (this.items.get(i).label() != Label.APPROVED) {
				left.add(this.wholes.get(i));
			}
		}
		return String.join(", ", left).strip();
	}

}
