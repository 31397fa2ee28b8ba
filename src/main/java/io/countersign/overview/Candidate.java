package io.countersign.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;

/**
 * A place that may be shown.
 *
 * @param text where its words stand: the message, or the file that was read
 */
record Candidate(Hit.Kind kind, String caseId, String reference, String text, Instant at, double rank) {

	static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::rank)
		.thenComparing(Candidate::at)
		.reversed()
		.thenComparing(Candidate::reference);

	/** A place is shown once, however many of its words and names were found. */
	record Place(Hit.Kind kind, String caseId, String reference) {
	}

	static Candidate of(ResultSet row, int number) throws SQLException {
		return new Candidate(Hit.Kind.valueOf(row.getString("kind")), row.getString("case_id"),
				row.getString("reference"), row.getString("text"),
				row.getObject("at", OffsetDateTime.class).toInstant(), row.getDouble("rank"));
	}

	Place place() {
		return new Place(this.kind, this.caseId, this.reference);
	}

	static Candidate better(Candidate one, Candidate other) {
		return (BEST_FIRST.compare(one, other) <= 0) ? one : other;
	}

}
