package io.countersign.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.countersign.reading.RequestReading.Intent;

/**
 * What phrases find in the parts of a mail.
 *
 * @param pleas what each sentence asks, and the subject last
 * @param informs whether it says that it only tells something
 */
record RequestParts(Machine machine, List<Plea> pleas, boolean informs) {

	RequestParts {
		pleas = List.copyOf(pleas);
	}

	/** The sentence that asks this most clearly by a phrase. */
	Optional<Plea> strongest(Intent intent) {
		return this.pleas.stream()
			.filter((plea) -> plea.intent() == intent)
			.max(Comparator.comparingDouble(Plea::confidence));
	}

}
