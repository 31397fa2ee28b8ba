package io.countersign.reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpellingTests {

	@ParameterizedTest
	@CsvSource({ "gokdendt, godkendt", "approvved, approved", "godkndt, godkendt", "okkk, ok", "jaaa, ja" })
	void oneSlipOfTheThumbIsPutRightWhenTheLastLetterIs(String written, String read) {
		assertThat(Spelling.corrected(written)).isEqualTo(read);
	}

	@Test
	void aWordSomeFileKnowsIsNeverChanged() {
		assertThat(Spelling.corrected("godkendte")).isEqualTo("godkendte");
		assertThat(Spelling.corrected("disapproved")).isEqualTo("disapproved");
	}

	/** The second letter is a Cyrillic one. */
	@Test
	void aLetterOfAnotherAlphabetIsNoSlip() {
		assertThat(Spelling.corrected("g\u043edkendt")).isEqualTo("g\u043edkendt");
	}

	@Test
	void whatIsFarOffStaysAsItIs() {
		assertThat(Spelling.corrected("gdknt")).isEqualTo("gdknt");
		assertThat(Spelling.corrected("x".repeat(30))).hasSize(30);
	}

}
