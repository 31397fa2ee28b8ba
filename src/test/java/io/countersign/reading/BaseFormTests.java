package io.countersign.reading;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BaseFormTests {

	@ParameterizedTest
	@CsvSource({ "flytte, flyt", "bestille, bestil", "invitere, inviter", "hæves, hæv", "fritagelse, fritag",
			"hiring, hire", "orders, order", "köpa, köp", "bestellen, bestellt" })
	void theFormsOfAWordHaveOne(String one, String other) {
		assertThat(BaseForm.of(one)).isEqualTo(BaseForm.of(other));
	}

	@ParameterizedTest
	@CsvSource({ "sende, sælge", "køre, købe", "order, offer" })
	void otherWordsHaveOthers(String one, String other) {
		assertThat(BaseForm.of(one)).isNotEqualTo(BaseForm.of(other));
	}

	@Property
	void itIsTheBeginningOfTheWordAndNeverShorterThanThreeLetters(
			@ForAll @AlphaChars @StringLength(min = 3, max = 20) String word) {
		assertThat(word).startsWith(BaseForm.of(word));
		assertThat(BaseForm.of(word)).hasSizeGreaterThanOrEqualTo(BaseForm.SHORTEST);
	}

}
