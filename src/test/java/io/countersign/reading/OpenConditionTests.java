package io.countersign.reading;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OpenConditionTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					da | Dyrskuet skal hilses og have pladsen, hvis politiet lukker Nørregade imens. Dejlige heste. | hvis politiet lukker Nørregade imens
					da | Vejledningen kan lægges frem, når eksemplet på side 14, som er forkert, er ude. | når eksemplet på side 14, som er forkert, er ude
					en | The mural may hang there provided the frame gets lighter, then it is approved. | provided the frame gets lighter
					da | Zebraen galopperer. | Zebraen galopperer""")
	void itBeginsWhereAWordSaysSoAndEndsWithItsSentence(String language, String answer, String condition) {
		var books = List.of(Phrasebook.of(language), Phrasebook.of("en"));
		var parts = AnswerParts.of(answer, new Books(books), Asked.NOTHING);

		assertThat(new OpenCondition(parts).in(parts.acts())).isEqualTo(condition);
	}

}
