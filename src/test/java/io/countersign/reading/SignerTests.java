package io.countersign.reading;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SignerTests {

	private static final MailMarks MARKS = MailMarks.ofAllLanguages();

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			Carsten Uldum | C. Uldum
			Carsten Uldum | CU
			Renate Voßkuhl | Voßkuhl
			Jens-Peter Mølgaard | jp
			Jens-Peter Mølgaard | JPMG
			Per-Olof Nyman | P-O
			Per-Olof Nyman | P-O Nyman, distriktschef
			Peter van der Velde | PvdV
			Bent Aagaard Lind | B.A.L.
			Bjørn Erik Tveit | Bjørn Erik
			Øystein Haugland | Øystein H
			Samuel Okafor | Dr Samuel Okafor
			Bronwen Ellis | Mrs Ellis
			Lasse Holm | Lasse, slöjden
			Renate Voßkuhl | R. Voßkuhl 14/5
			Anna Holm | *Anna*
			Anna Holm | Anna Holm Kontorchef
			Anna Holm | Anna, Head of Section
			Anna Holm | Anna Holm, CFO
			Anna Holm | Anna Holm :)
			Anna Holm | Anna Holm /
			Anna Holm | Anna Holm ✓
			Holm, Anna | Anna""")
	void aNameIsWrittenInManyWays(String name, String line) {
		assertThat(new Signer(new Correspondent(name, ""), MARKS).signs(line)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Niels Erik Jensen | Nej
			Niels Erik Jensen | NEJ
			Niels Olsen | NO
			Olav Kirk | ok
			Ida Friis | if
			Marie E. Nielsen | men
			Anna Holm | Bo Lind
			Anna Holm | KTC
			Anna Holm | Holm & Lind
			Anna Holm | Anna, men ikke nu
			Anna Holm | Anna Holm siger nej
			Carlos Ventura | vent
			Anna Holm | Anna, item two
			Anna Holm | Anna, budget only
			Anna Holm | Anna, the annex
			Anna Holm | Anna Holm punkt to
			Niels | n
			Niels | N
			Xenia Holm | x
			Anna Holm | 4""")
	void aWordOrAnotherNameIsNone(String name, String line) {
		assertThat(new Signer(new Correspondent(name, ""), MARKS).signs(line)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Holm", "A. Holm", "ah" })
	void theMailboxNamesWhoHasNoOtherName(String line) {
		assertThat(new Signer(new Correspondent("", "anna.holm@min.example"), MARKS).signs(line)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Ja%n%nNej", "Godkendt%n%nNEJ", "Godkendt%n%nnej" })
	void aNoIsNotTakenForInitials(String words) {
		var mail = Mail.ofText("SV: Budget", words.formatted())
			.writtenBy(new Correspondent("Niels Erik Jensen", "nej@min.example"))
			.answering("Kan du godkende budgettet?");

		assertThat(new Reader().read(mail).verdict().label()).isNotEqualTo(VerdictReading.Label.APPROVED);
	}

}
