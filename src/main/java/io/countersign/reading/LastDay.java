package io.countersign.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The last day somebody says he is away: until when, else the day before he is back, else
 * the last day named where he says that he is away.
 */
final class LastDay {

	private final AbsenceWords language;

	private final MomentReader moments;

	private final LocalDate today;

	LastDay(AbsenceWords language, LocalDate today) {
		this.language = language;
		this.moments = new MomentReader(language.dates());
		this.today = today;
	}

	/** The first sentence that says it in the clearest way. */
	Optional<Found> in(List<Statement> statements) {
		var away = statements.stream().anyMatch((statement) -> this.language.speaksOf("away", statement.words()));
		return statements.stream()
			.filter((statement) -> !namesSomebodyElse(statement))
			.flatMap((statement) -> of(statement).stream())
			.filter((found) -> away || found.said() == Said.BACK)
			.min(Comparator.comparing(Found::said));
	}

	/** "Contact Clara, who is here until the 2nd" is about Clara. */
	private boolean namesSomebodyElse(Statement statement) {
		var words = statement.words();
		return !this.language.speaksOf("away", words) && !this.language.speaksOf("back", words)
				&& (this.language.speaksOf("ask instead", words) || this.language.speaksOf("steps in", words));
	}

	private Optional<Found> of(Statement statement) {
		var words = statement.words();
		var away = this.language.speaksOf("away", words);
		var days = new ArrayList<Found>();
		for (var moment : this.moments.read(statement.text(), words, this.today.atStartOfDay(), Optional.empty())) {
			moment.day()
				.map((day) -> year(words, moment.to()).map(day::withYear).orElse(day))
				.ifPresent((day) -> days.add(found(day, said(moment, words, away), statement)));
		}
		return days.stream()
			.filter((day) -> day.said() != Said.NOT)
			.min(Comparator.comparing(Found::said).thenComparing(Found::day, Comparator.reverseOrder()));
	}

	/** "4/12 2027": the year may stand apart. */
	private static Optional<Integer> year(Words words, int at) {
		return (at < words.size() && words.at(at).matches("20\\d\\d")) ? Optional.of(Integer.valueOf(words.at(at)))
				: Optional.empty();
	}

	private Said said(Moment moment, Words words, boolean away) {
		if (this.language.leadsTo("back", words, moment.from())
				|| this.language.lengthAt("back behind", words, moment.to()) > 0) {
			return Said.BACK;
		}
		if (this.language.leadsTo("until", words, moment.from())) {
			return away ? Said.AWAY_UNTIL : Said.UNTIL;
		}
		return (away && !this.language.leadsTo("from", words, moment.from())) ? Said.AWAY : Said.NOT;
	}

	private static Found found(LocalDate day, Said said, Statement statement) {
		return new Found((said == Said.BACK) ? day.minusDays(1) : day, said, statement.clue("absence/until"));
	}

	/** How a day is said, the clearest first. */
	enum Said {

		AWAY_UNTIL, BACK, AWAY, UNTIL, NOT

	}

	/** A day and the sentence that names it. */
	record Found(LocalDate day, Said said, Clue clue) {
	}

}
