package io.countersign.reading;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordFilterTests {

	@Test
	void noWordOfTheSetIsRuledOutAndMostOthersAre() {
		var words = IntStream.range(0, 500).mapToObj((number) -> "word" + number).collect(Collectors.toSet());
		var filter = new WordFilter(words);

		assertThat(words).allMatch(filter::mayHave);
		assertThat(IntStream.range(0, 500).filter((number) -> filter.mayHave("other" + number))).hasSizeLessThan(150);
	}

	@Test
	void nothingIsOfNoSet() {
		assertThat(new WordFilter(Set.of()).mayHave("word")).isFalse();
	}

}
