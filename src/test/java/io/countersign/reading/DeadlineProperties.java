package io.countersign.reading;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.countersign.support.CpuTime;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class DeadlineProperties {

	private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

	private static final Correspondent ANNA = new Correspondent("Anna Holm", "anna.holm@min.example");

	private static final Reader READER = new Reader();

	@Property(tries = 200)
	void aWeekdayIsTheNextOneAfterTheMailWasSent(@ForAll("moments") LocalDateTime sent, @ForAll DayOfWeek weekday,
			@ForAll("languages") Locale language) {
		var name = weekday.getDisplayName(TextStyle.FULL, language);

		var deadline = read(sent, language, name);

		assertThat(deadline).hasValue(sent.toLocalDate().with(TemporalAdjusters.next(weekday)).atTime(23, 59));
	}

	@Property(tries = 200)
	void aDateIsReadBackAsItWasWritten(@ForAll("moments") LocalDateTime sent,
			@ForAll @IntRange(min = 1, max = 200) int ahead, @ForAll("languages") Locale language) {
		var day = sent.toLocalDate().plusDays(ahead);

		var deadline = read(sent, language, DateTimeFormatter.ofPattern(language.getLanguage().equals("en") ? "d MMMM"
				: language.getLanguage().equals("sv") ? "'den' d MMMM" : "d. MMMM", language)
			.format(day));

		assertThat(deadline).hasValue(day.atTime(23, 59));
	}

	@Property(tries = 200)
	void anHourIsThatHourOnTheWallOnEitherSideOfAClockChange(@ForAll("moments") LocalDateTime sent,
			@ForAll @IntRange(min = 7, max = 23) int hour, @ForAll @IntRange(min = 1, max = 300) int ahead) {
		var day = sent.toLocalDate().plusDays(ahead);

		var deadline = read(sent, Locale.of("da"),
				"den %s kl. %d".formatted(DateTimeFormatter.ofPattern("d-M-yyyy").format(day), hour));

		assertThat(deadline).hasValue(day.atTime(LocalTime.of(hour, 0)));
	}

	@Property(tries = 200)
	void noDeadlineLiesBeforeTheMail(@ForAll("moments") LocalDateTime sent, @ForAll("phrases") String phrase) {
		var deadline = READER.read(mail(sent, "Kan du godkende planen senest " + phrase + "?")).request().deadline();

		assertThat(deadline.flatMap(Deadline::at).map((at) -> at.isAfter(instant(sent))).orElse(true)).isTrue();
	}

	@Property(tries = 100)
	void easterIsASundayBetweenMarchAndApril(@ForAll @IntRange(min = 1900, max = 2199) int year) {
		var easter = PublicHolidays.easter(year);

		assertThat(easter.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
		assertThat(easter).isBetween(LocalDate.of(year, 3, 22), LocalDate.of(year, 4, 25));
	}

	@Property(tries = 60)
	void noTextTakesLong(@ForAll("bait") String bait) {
		var text = bait.repeat(100_000 / bait.length());
		var mail = mail(LocalDateTime.of(2026, 11, 25, 9, 0), text);

		assertThat(CpuTime.of(() -> READER.readOpening(mail))).isLessThan(Duration.ofSeconds(3));
	}

	private static Optional<LocalDateTime> read(LocalDateTime sent, Locale language, String day) {
		var ask = switch (language.getLanguage()) {
			case "en" -> "Please approve the plan no later than %s.";
			case "sv" -> "Kan du godkänna planen? Vi måste ha besked senast %s.";
			case "de" -> "Können Sie den Plan genehmigen? Wir brauchen Ihre Antwort bis spätestens %s.";
			case "nb" -> "Kan du godkjenne planen? Vi må ha svar senest %s.";
			default -> "Kan du godkende planen? Vi skal have svar senest %s.";
		};
		return READER.read(mail(sent, ask.formatted(day)))
			.request()
			.deadline()
			.flatMap(Deadline::at)
			.map((at) -> LocalDateTime.ofInstant(at, COPENHAGEN));
	}

	private static Mail mail(LocalDateTime sent, String text) {
		return new Mail("Plan", Optional.of(text), Optional.empty(), Optional.empty(), Optional.empty(), List.of(ANNA),
				List.of(), Optional.of(instant(sent)), COPENHAGEN, Optional.empty());
	}

	private static Instant instant(LocalDateTime local) {
		return local.atZone(COPENHAGEN).toInstant();
	}

	@Provide
	Arbitrary<LocalDateTime> moments() {
		return Arbitraries.integers()
			.between(0, 5 * 365 * 24)
			.map((hours) -> LocalDateTime.of(2024, 1, 1, 0, 30).plusHours(hours));
	}

	@Provide
	Arbitrary<Locale> languages() {
		return Arbitraries.of(Locale.of("da"), Locale.of("en"), Locale.of("sv"), Locale.of("nb"), Locale.of("de"));
	}

	@Provide
	Arbitrary<String> phrases() {
		return Arbitraries.of("i dag kl. 9", "i går", "den 1.", "mandag kl. 8", "1. januar", "uge 1", "påske", "kl. 12",
				"31/12", "29. februar", "den 30.", "31. april", "2020-01-01", "uge 53", "jul");
	}

	@Provide
	Arbitrary<String> bait() {
		return Arbitraries.of("kan du ", "Anna, ", "senest fredag ", "den 3. december kl. 12 ", "?\n", "1. a\n", "a",
				" ", "\n ", "d. ", "uge 49 ", "må jeg ", "eller ", "12.12.12.12.", "((((", "Kære ", "inden for 3 ", "…",
				"'", "\u00ad");
	}

}
