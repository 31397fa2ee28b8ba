package io.countersign.reading;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AlphabetsTests {

	@ParameterizedTest
	@ValueSource(strings = { "G\u043edkendt", "Appr\u03bfved", "J\u0430, send den" })
	void aWordOfTwoAlphabetsIsFound(String text) {
		assertThat(Alphabets.areMixedIn(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Godkendt", "Genehmigt, schöne Grüße", "Одобрено, approved", "5 µg", "Godkendt 👍" })
	void wordsOfOneAlphabetEachAreNot(String text) {
		assertThat(Alphabets.areMixedIn(text)).isFalse();
	}

}
