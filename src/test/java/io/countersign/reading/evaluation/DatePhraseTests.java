package io.countersign.reading.evaluation;

import java.nio.file.Path;

import io.countersign.reading.Reader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The words for days and times in {@code readings/dates-<language>.txt}. */
class DatePhraseTests {

	private static final Reader READER = new Reader();

	@ParameterizedTest
	@CsvSource({ "da, 200, 0.95", "en, 200, 0.95", "sv, 100, 0.90", "nb, 100, 0.90", "de, 100, 0.90" })
	void nearlyAllOfThemAreUnderstoodAndHardlyADayIsInvented(String language, int least, double share) {
		var phrases = DatePhrase.of(Path.of("src/test/resources/readings"), language);

		var right = phrases.stream().filter((phrase) -> phrase.read(READER).equals(phrase.expected())).count();

		assertThat(phrases).hasSizeGreaterThanOrEqualTo(least);
		assertThat(right).isGreaterThanOrEqualTo(Math.round(share * phrases.size()));
		assertThat(phrases).filteredOn(DatePhrase::isNoDay)
			.filteredOn((phrase) -> DatePhrase.isDay(phrase.read(READER)))
			.hasSizeLessThanOrEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "da, 0.90", "en, 0.85", "sv, 0.85", "nb, 0.85", "de, 0.85" })
	void mostOfThoseThatNobodyHasReadAreUnderstood(String language, double share) {
		var phrases = DatePhrase.unseen(Path.of("src/test/resources/readings"), language);

		var right = phrases.stream().filter((phrase) -> phrase.read(READER).equals(phrase.expected())).count();

		assertThat(phrases).hasSizeGreaterThanOrEqualTo(60);
		assertThat(right).isGreaterThanOrEqualTo(Math.round(share * phrases.size()));
		assertThat(
				phrases.stream().filter(DatePhrase::isNoDay).filter((phrase) -> DatePhrase.isDay(phrase.read(READER))))
			.hasSizeLessThanOrEqualTo(2);
	}

}
