package io.countersign.reading;

import java.text.Normalizer;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordTests {

	@Test
	void signsThatAreWrittenInSeveralWaysAreOne() {
		assertThat(plain("Förslaget")).isEqualTo(plain(Normalizer.normalize("förslaget", Normalizer.Form.NFD)));
		assertThat(plain("don\u2019t")).isEqualTo("don't");
		assertThat(plain("god\u00adkendt")).isEqualTo("godkendt");
	}

	@Test
	void itKeepsItsPlaceInTheText() {
		var word = Word.of("Er GODKENDT nu", 3, 11, false, false);

		assertThat(word.plain()).isEqualTo("godkendt");
		assertThat(word.start()).isEqualTo(3);
		assertThat(word.end()).isEqualTo(11);
	}

	private static String plain(String word) {
		return Word.of(word, 0, word.length(), false, false).plain();
	}

}
