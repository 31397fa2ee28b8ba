package io.countersign.reading;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

import io.countersign.reading.AbsenceReading.StandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** How long an automatic reply says somebody is away, and whom it names. */
class AbsenceReaderTests {

	/** A Wednesday. */
	private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

	private static final Reader READER = new Reader();

	private static final AbsenceReader ABSENCES = new AbsenceReader();

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Jeg er på ferie til 4/12. Ok at kontakte Clara                                      | 2026-12-04 | Clara
					Jeg er på ferie til og med fredag den 4. december. Kontakt venligst Clara Juhl.     | 2026-12-04 | Clara Juhl
					Jeg holder ferie fra 30/11 til 4/12. Ved hastesager kontakt min kollega Dan Friis.  | 2026-12-04 | Dan Friis
					Jeg holder ferie.\\nTil og med 4/12.                                                | 2026-12-04 |
					Jeg er på orlov til 1/3 2027.                                                       | 2027-03-01 |
					Jeg er ude af huset i dag. Ring til Eva Skov, hvis det haster.                      | 2026-11-25 | Eva Skov
					Tak for din mail. Jeg er tilbage mandag den 7. december.                            | 2026-12-06 |
					Jeg holder ferie i uge 49. Clara Juhl vikarierer for mig imens.                     | 2026-12-04 | Clara Juhl
					Jeg er på kursus 30/11 - 2/12. Henvend dig til kontorchef Clara Juhl.               | 2026-12-02 | Clara Juhl
					Mandag den 7. december er jeg tilbage.                                              | 2026-12-06 |
					Jeg er på barsel frem til 1. juni 2027. Min vikar er Finn Bro.                      | 2027-06-01 | Finn Bro
					I am out of office until 4 December. Please contact Clara Juhl.                     | 2026-12-04 | Clara Juhl
					I'm on leave until Friday, December 4th. In urgent matters call Dan Friis.          | 2026-12-04 | Dan Friis
					Thank you for your mail. I will be back on Monday 7 December.                       | 2026-12-06 |
					I am on vacation through 12/18/2026. Clara Juhl is covering for me.                 | 2026-12-18 | Clara Juhl
					Jag är på semester till och med den 4 december. Kontakta gärna Clara Juhl.          | 2026-12-04 | Clara Juhl
					Jag är tillbaka på kontoret den 7 december.                                         | 2026-12-06 |
					Jeg har ferie til og med 4. desember. Ta kontakt med Clara Juhl.                    | 2026-12-04 | Clara Juhl
					Ich bin bis zum 4. Dezember im Urlaub. Bitte wenden Sie sich an Frau Clara Juhl.    | 2026-12-04 | Clara Juhl
					Ich bin nicht im Büro und ab dem 7. Dezember wieder erreichbar.                     | 2026-12-06 |
					""")
	void theLastDayAndTheStandInAreRead(String text, LocalDate lastDay, String standIn) {
		var read = read(text.replace("\\n", "\n"));

		assertThat(read.map(AbsenceReading::lastDay)).contains(lastDay);
		assertThat(read.flatMap(AbsenceReading::standIn).map(StandIn::name)).isEqualTo(Optional.ofNullable(standIn));
	}

	@Test
	void eachConclusionShowsTheSentenceItRestsOn() {
		var read = read("Hej\n\nJeg er på ferie til 4/12. Ok at kontakte Clara\n\nMvh Bo").orElseThrow();

		assertThat(read.until().quote()).isEqualTo("Jeg er på ferie til 4/12.");
		assertThat(read.standIn().orElseThrow().clue().quote()).isEqualTo("Ok at kontakte Clara");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Jeg er på ferie. Kontakt Clara.", "Jeg er på ferie fra 30/11.",
			"Jeg var på ferie til 20/11.", "Jeg er på ferie til 4/12 2025.", "Jeg er på ferie til 4/12 2099.",
			"Jeg er på ferie 4/12 2025.", "Jeg er på ferie til 31/2.", "Jeg er på ferie til 45/19.", "", "Godkendt.",
			"Kontakt Clara, som er her til 2/12.", "Ich bin ab dem 30. November im Urlaub.",
			"Mødet er flyttet til 4/12." })
	void whatHasNoEndOrIsOverOrIsFarAheadOrConcernsOthersIsNoAbsence(String text) {
		assertThat(read(text)).isEmpty();
	}

	@Test
	void theYearTurnsBetweenTheMailAndTheDay() {
		var words = "Jeg er på ferie til 3/1. Kontakt Clara.";

		assertThat(read(words, LocalDate.of(2026, 12, 28)).map(AbsenceReading::lastDay))
			.contains(LocalDate.of(2027, 1, 3));
		assertThat(read(words, LocalDate.of(2027, 1, 3)).map(AbsenceReading::lastDay))
			.contains(LocalDate.of(2027, 1, 3));
		assertThat(read(words, LocalDate.of(2027, 1, 4))).as("the day is over").isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					Kontakt Clara eller Dan Friis.                                | Clara, Dan Friis          | false |
					Kontakt Clara Juhl (clara.juhl@min.example).                  | Clara Juhl                | true  | clara.juhl@min.example
					Skriv til clara.juhl@min.example.                             | clara.juhl@min.example    | true  | clara.juhl@min.example
					Skriv til a@min.example eller b@min.example.                  | a@min.example, b@min.example | false |
					Kontakt sekretariatet, tlf. 12 34 56 78.                      |                           | true  |
					Du kan kontakte mig på Teams.                                 |                           | true  |
					""")
	void oneIsProposedOnlyWhenOneIsNamed(String text, String name, boolean single, String address) {
		var standIn = read("Jeg er på ferie til 4/12. " + text).orElseThrow().standIn();

		assertThat(standIn.map(StandIn::name)).isEqualTo(Optional.ofNullable(name));
		assertThat(standIn.map(StandIn::single).orElse(true)).isEqualTo(single);
		assertThat(standIn.flatMap(StandIn::address)).isEqualTo(Optional.ofNullable(address));
	}

	@Test
	void theSubjectSaysItWhereTheTextDoesNot() {
		var mail = Mail.ofText("Automatisk svar: på ferie til 4/12", "Kontakt Clara.");

		assertThat(ABSENCES.read(mail.subject(), READER.read(mail), TODAY).map(AbsenceReading::lastDay))
			.contains(LocalDate.of(2026, 12, 4));
	}

	@Test
	void whatIsQuotedBelowIsNotTheOwnersAbsence() {
		assertThat(read("Tak, jeg læser den.\n\nFra: Bo Lind <bo.lind@min.example>\nSendt: 24. november 2026 09:00\n"
				+ "Til: Dan Friis\nEmne: Autosvar\n\nJeg er på ferie til 4/12. Kontakt Clara"))
			.isEmpty();
	}

	@Test
	void IN_11_aMailOf100KilobytesIsReadInAMoment() {
		var note = "Jeg er på ferie til 4/12. Kontakt Clara. ";
		assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
			assertThat(read(note + "Kontakt Anna Bo Clara Dan til og med den den den 4/12 ".repeat(1_900))).isPresent();
			assertThat(read("x@".repeat(25_000) + "y.".repeat(25_000))).isEmpty();
			assertThat(read("A ".repeat(50_000))).isEmpty();
			assertThat(read("til og med ".repeat(9_000) + note)).as("behind what is read").isEmpty();
		});
	}

	private static Optional<AbsenceReading> read(String text) {
		return read(text, TODAY);
	}

	private static Optional<AbsenceReading> read(String text, LocalDate received) {
		return ABSENCES.read("Automatisk svar: Indstilling", READER.read(Mail.ofText("Automatisk svar", text)),
				received);
	}

}
