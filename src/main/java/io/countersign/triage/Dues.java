package io.countersign.triage;

import java.time.ZoneId;
import java.util.Optional;

import io.countersign.cases.Due;
import io.countersign.reading.Deadline;
import io.countersign.reading.Reading;

/** Deadlines as a case keeps them: a vague wish is none. */
final class Dues {

	private Dues() {
	}

	static Optional<Due> of(Reading reading, ZoneId zone) {
		return reading.request()
			.deadline()
			.filter((deadline) -> !deadline.isVague())
			.flatMap(Deadline::at)
			.map((at) -> new Due(at, true, zone));
	}

}
