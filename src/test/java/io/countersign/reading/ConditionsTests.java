package io.countersign.reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.countersign.reading.VerdictReading.Label;

import static org.assertj.core.api.Assertions.assertThat;

/** A yes and what it depends on. */
class ConditionsTests {

	private static final String REQUEST = "Kan du godkende kontrakten på 450.000 kr.? Can you approve the contract?";

	private final Reader reader = new Reader();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Ok, men kun for 2027                             | kun for 2027
			Fint hvis juridisk har set den                   | hvis juridisk har set den
			Hvis Karin siger god for tallene, kører vi       | Hvis Karin siger god for tallene
			Approved, but not before 1 March                 | not before 1 March
			Once the auditors have looked at it, it's approved | Once the auditors have looked at it
			""")
	void theConditionIsToldFromTheYes(String words, String condition) {
		assertThat(read(words).label()).isEqualTo(Label.APPROVED_WITH_CONDITIONS);
		assertThat(read(words).condition()).hasValue(condition);
	}

	@ParameterizedTest
	@CsvSource({ "Ok til 400.000, APPROVED_WITH_CONDITIONS", "Ja til 450.000 kr, APPROVED" })
	void anotherAmountThanWasAskedForIsACondition(String words, Label label) {
		assertThat(read(words).label()).isEqualTo(label);
	}

	@Test
	void whatFollowsAButMayBeNoCondition() {
		assertThat(read("Godkendt, men undskyld det sene svar").label()).isEqualTo(Label.APPROVED);
	}

	@Test
	void aPromiseIsNoYesWithACondition() {
		assertThat(read("Jeg skriver under når jeg er tilbage på kontoret").label()).isEqualTo(Label.DEFERRED);
	}

	private VerdictReading read(String words) {
		return this.reader
			.read(Mail.ofText("SV: Kontrakt", words)
				.answering(REQUEST)
				.writtenBy(new Correspondent("Anna Holm", "anna.holm@min.example")))
			.verdict();
	}

}
