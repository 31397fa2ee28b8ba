package io.countersign.reading;

import java.util.List;
import java.util.Optional;

import io.countersign.reading.RequestReading.Intent;

/**
 * What a mail asks. What else stands in it is looked for when somebody wants to know it,
 * for that takes longest.
 *
 * @param reason one sentence a person can check
 * @param particulars none where nothing is asked
 */
record Finding(Intent intent, double confidence, String reason, Optional<Particulars> particulars) {

	/** A program has written the mail. */
	static final Finding OF_PROGRAM = new Finding(Intent.NONE, 0.98, "A program wrote it.", Optional.empty());

	Finding withConfidence(double other) {
		return new Finding(this.intent, other, this.reason, this.particulars);
	}

	boolean hasDeadline() {
		return this.particulars.flatMap(Particulars::deadline).isPresent();
	}

	RequestReading reading() {
		return this.particulars.map((found) -> found.reading(this))
			.orElseGet(() -> new RequestReading(this.intent, this.confidence, List.of(), Optional.empty(), List.of(),
					List.of(), Optional.empty(), List.of(), this.reason));
	}

}
