package io.countersign.reading;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads how long an automatic reply says its owner is away, and whom it names. Whether a
 * program has sent the mail, and for whom, is not asked here. Safe for any number of
 * threads.
 */
public final class AbsenceReader {

	/** What matters stands at the beginning. */
	private static final int LONGEST = 4_000;

	private static final int MOST_SENTENCES = 20;

	/** Whoever is away for longer than a year is gone. */
	private static final int MOST_DAYS = 370;

	private final Map<Language, AbsenceWords> words = new EnumMap<>(Language.class);

	public AbsenceReader() {
		for (var language : Language.values()) {
			this.words.put(language, AbsenceWords.of(language));
		}
	}

	/**
	 * Nothing where no last day is named, and nothing where it is over or far ahead.
	 * @param received the day on which the mail came
	 */
	public Optional<AbsenceReading> read(String subject, Reading reading, LocalDate received) {
		var text = reading.own().text();
		var statements = Statement.of(text.substring(0, Math.min(LONGEST, text.length())))
			.stream()
			.limit(MOST_SENTENCES)
			.toList();
		return languages(reading.language()).stream()
			.flatMap((language) -> read(language, subject, statements, received).stream())
			.findFirst();
	}

	private Optional<AbsenceReading> read(AbsenceWords language, String subject, List<Statement> statements,
			LocalDate received) {
		var last = new LastDay(language, received);
		return last.in(statements)
			.or(() -> last.in(List.of(Statement.ofSubject(subject))))
			.filter((found) -> !found.day().isBefore(received) && !found.day().isAfter(received.plusDays(MOST_DAYS)))
			.map((found) -> new AbsenceReading(found.day(), found.clue(), new StandInReader(language).in(statements)));
	}

	/** Programs write in the language they were set up in; English is mixed in. */
	private List<AbsenceWords> languages(Language likeliest) {
		var order = new LinkedHashSet<>(List.of(likeliest, Language.EN));
		order.addAll(List.of(Language.values()));
		return order.stream().map((language) -> Objects.requireNonNull(this.words.get(language))).toList();
	}

}
