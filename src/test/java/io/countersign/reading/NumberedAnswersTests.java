package io.countersign.reading;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.countersign.reading.VerdictReading.Label;

import static org.assertj.core.api.Assertions.assertThat;

class NumberedAnswersTests {

	private final Reader reader = new Reader();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1 ja, 2 nej, 3 vil jeg drøfte | 1 APPROVED, 2 REJECTED, 3 DEFERRED
			Punkt 1 og 3 ok, 2 skal drøftes | 1 APPROVED, 3 APPROVED, 2 DEFERRED
			ad 1 ok, ad 2 ikke godkendt | 1 APPROVED, 2 REJECTED
			Yes to item 1. No to item 2. | 1 APPROVED, 2 REJECTED
			A godkendt, B afvist | A APPROVED, B REJECTED
			1: ok 2: nein | 1 APPROVED, 2 REJECTED
			1) godkänt 2) avslås | 1 APPROVED, 2 REJECTED
			""")
	void eachPointHasItsOwnVerdict(String words, String expected) {
		var verdict = read(words);

		assertThat(verdict.items().stream().map((item) -> item.number() + " " + item.label()))
			.isEqualTo(List.of(expected.strip().split(", ")));
		assertThat(verdict.label()).isEqualTo(Label.APPROVED_WITH_CONDITIONS);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			1 dag mere er fint
			Vi tager 2, ikke 3
			Godkendt. 1 kopi til arkivet.
			""")
	void anAmountIsNoPoint(String words) {
		assertThat(read(words).items()).isEmpty();
	}

	@Test
	void aNoInFrontOfTheNextNumberIsNotItsAbbreviation() {
		var verdict = read("1. Yes\n2. No\n3. Yes");

		assertThat(verdict.items()).extracting(VerdictReading.ItemVerdict::label)
			.containsExactly(Label.APPROVED, Label.REJECTED, Label.APPROVED);
		assertThat(verdict.label()).isEqualTo(Label.APPROVED_WITH_CONDITIONS);
	}

	@Test
	void aYesInFrontOfPointsThatAreRefusedIsHeld() {
		var verdict = read("Godkendt. 1. ja 2. nej");

		assertThat(verdict.label()).isNotEqualTo(Label.APPROVED);
		assertThat(verdict.label() != Label.NONE || verdict.needsConfirmation()).isTrue();
	}

	private VerdictReading read(String words) {
		return this.reader.read(Mail.ofText("", words).answering("Punkt 1, 2 og 3 til godkendelse")).verdict();
	}

}
