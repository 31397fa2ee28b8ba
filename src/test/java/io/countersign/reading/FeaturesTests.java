package io.countersign.reading;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FeaturesTests {

	@Test
	void eachIsKeptOnceInItsOrder() {
		var features = new Features();
		List.of("yes", "do", "yes").forEach((name) -> features.add(Fragment.of(name)));

		assertThat(IntStream.range(0, features.size()).mapToLong(features::key))
			.containsExactly(Fragment.of("=always").hash(), Fragment.of("yes").hash(), Fragment.of("do").hash());
	}

	@Test
	void thereMayBeManyOfThem() {
		var features = new Features();
		IntStream.range(0, 10_000).forEach((number) -> features.add(Fragment.of("#" + number + "#")));

		assertThat(features.size()).isEqualTo(10_001);
		assertThat(features.key(10_000)).isEqualTo(Fragment.of("#9999#").hash());
	}

	@Test
	void wordsAreSeenWithTheirFormsAndNeighbours() {
		var words = Words.of("Godkendt herfra");

		var names = NamedFeatures.of((features) -> {
			features.addWord(words.lexeme(0));
			features.addPairs(Fragment.of("~"), words.each((at) -> words.lexeme(at).stem()));
			features.addTriples(words.each((at) -> words.lexeme(at).whole()));
		});

		assertThat(names).containsExactly("=always", "godkendt", "godke*", "*endt", "~^ godke", "~godke herfr",
				"~herfr $", "^ godkendt herfra", "godkendt herfra $");
	}

}
