package io.countersign.reading;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.countersign.reading.VerdictReading.Label;

import static org.assertj.core.api.Assertions.assertThat;

class OtherMattersTests {

	private static final Reader READER = new Reader();

	private static final String PUMPS = "Må vi bestille to nye pumper til vandværket? May we order two pumps? Dürfen wir"
			+ " zwei Pumpen bestellen? Får vi beställa två pumpar? Kan vi bestille to pumper?";

	@ParameterizedTest
	@ValueSource(strings = { "I approve your holiday", "I approve of the idea", "The holiday is fine",
			"Holiday approved", "Yes to the course", "Leave granted", "Approved. I also approve your parental leave.",
			"I approve the car", "Jeg godkender din ferie", "Jeg godkender ferien", "Ferien er godkendt",
			"Jeg godkender idéen", "Jeg kan godkende din orlov", "Rejsen er godkendt", "Jag godkänner din semester",
			"Semestern är godkänd", "Jag godkänner idén", "Jeg godkjenner ferien din", "Reisen er godkjent",
			"Jeg godkjenner ideen", "Ich genehmige deinen Urlaub", "Der Urlaub ist genehmigt", "Urlaub genehmigt" })
	void aYesToWhatWasNotAskedForApprovesNothing(String answer) {
		var verdict = READER.read(Mail.ofText("", answer).answering(PUMPS)).verdict();

		assertThat(verdict.label()).isNotEqualTo(Label.APPROVED);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					May I take a week's vacation in July?          | I approve your holiday
					Can I go on the course in Leeds?               | Yes to the course
					May we lease a van for the gardeners?          | I approve the lease
					Må jeg holde ferie i uge 28?                   | Jeg godkender ferien
					Jeg ansøger om tjenesterejse til Reykjavik.    | Rejsen er godkendt
					Må vi bestille to pumper?                      | Jeg godkender bestillingen
					Får jag semester vecka 28?                     | Semestern är godkänd
					Kan jeg ta ferie i uke 28?                     | Ferien er godkjent
					Darf ich in KW 28 Urlaub nehmen?               | Der Urlaub ist genehmigt
					Wir bitten um Ihre Zustimmung zur Beschaffung. | Hiermit erteile ich meine Zustimmung zur Beschaffung der Geräte.
					Kan du godkende fakturaen?                     | Jeg har godkendt i systemet
					""")
	void aYesMayNameWhatWasAskedForInOtherWords(String asked, String answer) {
		var verdict = READER.read(Mail.ofText("", answer).answering(asked)).verdict();

		assertThat(verdict.label()).isEqualTo(Label.APPROVED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Ja så", "Ja ja", "Jaja", "Nå ja", "Jo jo.", "Javel", "Ja, ja.", "Jaså", "Jaha", "Å ja",
			"Ach so", "Ja so", "Na ja", "Aha", "Yeah yeah", "Yes yes", "Oh well", "Right, right" })
	void whatIsSaidOnHearingSomethingDecidesNothing(String answer) {
		var verdict = READER.read(Mail.ofText("", answer).answering(PUMPS)).verdict();

		assertThat(verdict.label()).isEqualTo(Label.NONE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Ja", "Ja tak", "Ja ja, godkendt", "Nå ja, kør på", "Yes, yes, go ahead",
			"Ja ja. Godkjent.", "Ja gerne" })
	void aYesBesideItStillCounts(String answer) {
		var verdict = READER.read(Mail.ofText("", answer).answering(PUMPS)).verdict();

		assertThat(verdict.label()).isEqualTo(Label.APPROVED);
	}

}
