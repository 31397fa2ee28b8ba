package io.countersign.overview;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

import io.countersign.identity.Level;

/**
 * As much of a running case as it takes to count and to find it.
 *
 * @param text what is searched, in small letters
 * @param since when it came to its holder
 * @param changed when it was decided, if it was
 * @param source how it was asked
 */
record RunningCase(String id, String number, String text, Stage stage, String holder, Optional<Level> level,
		String unit, Instant since, Optional<Instant> deadline, Instant changed, boolean returned, boolean urgent,
		Flag source) {

	/**
	 * What is decided comes last; the nearest deadline first, what has none behind it.
	 */
	static final Comparator<RunningCase> BY_URGENCY = Comparator.comparing(RunningCase::isDecided)
		.thenComparing((one) -> one.isDecided() ? Instant.MAX : one.deadline.orElse(Instant.MAX))
		.thenComparing(RunningCase::number);

	/** Words have to be few: each is looked for in every running case. */
	private static final int MOST_WORDS = 8;

	boolean isDecided() {
		return this.stage == Stage.FILED;
	}

	boolean isFlagged(Flag flag, DueScale.Steps steps) {
		return switch (flag) {
			case SLOW -> !isDecided() && this.since.isBefore(steps.slow());
			case RETUR -> !isDecided() && this.returned;
			case HASTER -> !isDecided() && this.urgent;
			case TEAMS, MAIL -> this.source == flag;
		};
	}

	boolean mentions(String[] words) {
		return Arrays.stream(words).allMatch(this.text::contains);
	}

	static String[] words(String query) {
		return Arrays.stream(query.toLowerCase(Locale.ROOT).split("\\s+"))
			.filter((word) -> !word.isEmpty())
			.limit(MOST_WORDS)
			.toArray(String[]::new);
	}

}
