package io.countersign.reading;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.countersign.reading.VerdictReading.Label;

import static org.assertj.core.api.Assertions.assertThat;

/** To whom a matter is handed, and who is only mentioned. */
class HandoverTests {

	private final Reader reader = new Reader();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Tag den med Jens | Jens
			Spørg Lars i økonomi | Lars i økonomi
			cc Karin, hun afgør det | Karin
			My deputy decides on these | deputy
			Please hand this to Alison Byrne | Alison Byrne
			Mette tar över det här | Mette
			Gi denne til Morten | Morten
			Bitte an Frau Meyer | Frau Meyer
			Sent to m.holm@city.example for a decision | m.holm@city.example
			""")
	void whoIsToDealWithItIsNamed(String words, String who) {
		var verdict = read(words);

		assertThat(verdict.label()).isEqualTo(Label.DELEGATED);
		assertThat(verdict.delegateTo()).hasValueSatisfying((named) -> assertThat(named).contains(who));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Hej Mette\nGodkendt.\nVh Karin", "cc Karin", "Tak, Jens", "Approved. Say hi to Jens",
			"Har du spurgt Karin?", "Jens og jeg ses på torsdag", "Yes. You have my permission to sign on my behalf." })
	void whoIsGreetedCopiedOrMentionedIsNotNamed(String words) {
		assertThat(read(words).label()).isNotEqualTo(Label.DELEGATED);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			I'm out until the 12th. Fiona can decide. | Fiona
			Jeg er på orlov, så det er Pia der godkender nu | Pia
			""")
	void whoIsAwayAndNamesWhoDecidesWroteItHimself(String words, String who) {
		var reading = this.reader
			.read(Mail.ofText("SV: Sag", words).answering("Kan du godkende planen? Can you approve?"));

		assertThat(reading.automatic()).isFalse();
		assertThat(reading.verdict().label()).isEqualTo(Label.DELEGATED);
		assertThat(reading.verdict().delegateTo()).hasValue(who);
	}

	@ParameterizedTest
	@ValueSource(strings = { "I am on annual leave until 12 December. For urgent matters contact Fiona.",
			"Jeg er på ferie til og med den 12. Ved hastende sager kontakt Pia." })
	void aNoteThatOnlyNamesWhomToTurnToIsAProgramsStill(String words) {
		assertThat(this.reader.read(Mail.ofText("SV: Sag", words).answering("Kan du godkende planen?")).automatic())
			.isTrue();
	}

	private VerdictReading read(String words) {
		return this.reader.read(Mail.ofText("SV: Sag", words).answering("Kan du godkende planen? Can you approve?"))
			.verdict();
	}

}
