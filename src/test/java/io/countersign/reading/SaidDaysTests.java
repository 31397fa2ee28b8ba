package io.countersign.reading;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Days and times as people say them. */
class SaidDaysTests {

	private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

	/** A Tuesday. */
	private static final LocalDateTime SENT = LocalDateTime.of(2026, 6, 9, 9, 0);

	private static final Reader READER = new Reader();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Mødet er torsdag den 18. juni. Kan du godkende papiret senest dagen før? | 2026-06-17T23:59
			Kan du godkende papiret senest onsdag halv fire? | 2026-06-10T15:30
			Kan du godkende papiret senest fredag kl. halv ti? | 2026-06-12T09:30
			Can you approve the paper by half past two on Friday? | 2026-06-12T14:30
			Can you approve the paper by Friday 14.30? | 2026-06-12T14:30
			Kan du godkänna underlaget senast kl tio på fredag? | 2026-06-12T10:00
			Kan du godkänna underlaget senast på midsommarafton? | 2026-06-19T23:59
			Können Sie die Vorlage bis Freitag, halb zehn, genehmigen? | 2026-06-12T09:30
			Kan du godkjenne notatet innen kvart på ti i morgen? | 2026-06-10T09:45
			Can you approve the paper today, Tuesday, by 2 pm? | 2026-06-09T14:00
			Kan du godkende papiret senest på fredag, altså den 12. juni? | 2026-06-12T23:59
			Kan du godkende papiret senest onsdag den 10 kl. 9? | 2026-06-10T09:00
			Kan du godkjenne notatet innen fredag, nei torsdag? | 2026-06-11T23:59
			Können Sie die Vorlage bis Do, 12 Uhr, genehmigen? | 2026-06-11T12:00
			Kan du godkänna underlaget helst i dag, annars senast i morgon? | 2026-06-10T23:59
			Can you approve the paper within two hours? | 2026-06-09T11:00
			""")
	void aDayIsReadAsItIsSaid(String words, LocalDateTime deadline) {
		assertThat(due(words)).hasValue(deadline);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Can you approve the paper? The desk is open 8-16.", "Kan du godkende hylde 1-10?" })
	void aSpanOfNumbersIsNoDay(String words) {
		assertThat(due(words)).isEmpty();
	}

	private static Optional<LocalDateTime> due(String words) {
		var mail = Mail.ofText("", words).sentAt(SENT.atZone(COPENHAGEN).toInstant());
		return READER.read(mail)
			.request()
			.deadline()
			.flatMap(Deadline::at)
			.map((at) -> LocalDateTime.ofInstant(at, COPENHAGEN));
	}

}
