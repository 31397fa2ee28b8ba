package io.countersign.reading;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is written for a weekday, a month or tomorrow, and what is another word. */
class DateSpellingTests {

	@ParameterizedTest
	@CsvSource({ "da, onsadg, onsdag", "da, freddag, fredag", "da, trosdag, torsdag", "da, mrogen, morgen",
			"sv, onsdgag, onsdag", "sv, mandag, måndag", "nb, onsdga, onsdag", "nb, desmber, desember",
			"en, wendesday, wednesday", "en, tomorow, tomorrow", "en, feburary, february", "de, mitwoch, mittwoch",
			"de, donerstag, donnerstag" })
	void oneLetterWrongIsPutRight(String language, String written, String meant) {
		assertThat(corrected(language, written)).isEqualTo(meant);
	}

	@ParameterizedTest
	@CsvSource({ "da, fridag", "da, mandat", "da, tersdag", "sv, fridag", "sv, vardag", "nb, fridag", "nb, mandat",
			"en, sundry", "en, mondays", "en, frida", "en, thuesday", "de, montage", "de, morten", "de, sorgen",
			"de, mittag" })
	void anotherWordOrOneThatMayBeTwoStays(String language, String word) {
		assertThat(corrected(language, word)).isEqualTo(word);
	}

	private static String corrected(String language, String word) {
		return DateBook.of(language).corrected(Words.of(word)).at(0);
	}

}
