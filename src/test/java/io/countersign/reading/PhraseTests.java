package io.countersign.reading;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhraseTests {

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			go ahead                     ; 2
			[please] go (ahead|right on) ; 4
			go <word>                    ; 2
			""")
	void itsLengthIsThatOfItsLongestForm(String phrase, int words) {
		assertThat(parsed(phrase).parts().longest()).isEqualTo(words);
	}

	@Test
	void whatHasMoreWordsIsNotAllOfIt() {
		assertThat(parsed("go ahead").isAll(Words.of("Go ahead"))).isTrue();
		assertThat(parsed("go ahead").isAll(Words.of("Go ahead then"))).isFalse();
		assertThat(parsed("[please] go ahead").isAll(Words.of("please go ahead"))).isTrue();
	}

	private static Phrase parsed(String phrase) {
		return new Phrase("en/yes/1", new PhraseParser(phrase, Map.of(), new WordLists(), false).parse());
	}

}
