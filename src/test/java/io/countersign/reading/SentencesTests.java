package io.countersign.reading;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Where a sentence ends, and where a dot only shortens a word. */
class SentencesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Happy to go with option 2. Thanks for asking. | Happy to go with option 2.
			No. Residents would go mad. | No.
			Godkendt op til 5.000 kr. Ikke mere. | Godkendt op til 5.000 kr.
			""")
	void aDotEndsIt(String text, String first) {
		assertThat(quotes(text)).startsWith(first);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			See no. 5 on the list
			Ekstraregningen på 48.000 kr. fra entreprenøren er ok
			Den 2. december er fint
			""")
	void aDotShortensAWord(String text) {
		assertThat(quotes(text)).containsExactly(text);
	}

	private static List<String> quotes(String text) {
		return new Sentences().of(text).stream().map((span) -> text.substring(span.start(), span.end())).toList();
	}

}
