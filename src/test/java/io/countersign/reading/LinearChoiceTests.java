package io.countersign.reading;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LinearChoiceTests {

	private static final String FILE = """
			YES NO
			0 0.7 not
			1.2 -0.4 yes, do
			""";

	@Test
	void whatItKnowsOfTheFeaturesSpeaksForEachLabel() {
		var features = new Features();
		List.of("not", "yes, do", "unheard of").forEach((name) -> features.add(Fragment.of(name)));

		var sums = LinearChoice.of(FILE).sums(features);

		assertThat(sums[0]).isEqualTo(1.2, within(0.001));
		assertThat(sums[1]).isEqualTo(0.3, within(0.001));
	}

	@Test
	void theHighestIsFoundAlsoWithoutOneOfThem() {
		assertThat(LinearChoice.highest(new double[] { 1, 3, 2 }, -1)).isEqualTo(1);
		assertThat(LinearChoice.highest(new double[] { 1, 3, 2 }, 1)).isEqualTo(2);
	}

}
