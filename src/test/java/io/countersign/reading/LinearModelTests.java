package io.countersign.reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

class LinearModelTests {

	@Test
	void theWeightsOfTheFeaturesItKnowsAreAddedUp() {
		var features = new Features();
		features.add(Fragment.of("yes ").then(Fragment.of("do")));
		features.add(Fragment.of("unheard of"));

		assertThat(LinearModel.of("0.50 =always\n-2.00 yes do\n").sum(features)).isEqualTo(-1.5);
	}

	@Test
	void twoFeaturesOfOneKeyAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> LinearModel.of("0.50 yes\n1.00 yes\n"))
			.withMessageContaining("yes");
	}

	@ParameterizedTest
	@ValueSource(strings = { "remarks.txt", "assents.txt", "deadlines.txt" })
	void noTwoFeaturesOfAShippedModelHaveOneKey(String file) {
		assertThatNoException().isThrownBy(() -> LinearModel.shipped(file));
	}

	@ParameterizedTest
	@ValueSource(strings = { "answers.txt", "intents.txt", "requests.txt", "verdicts.txt" })
	void norHaveTwoOfAShippedChoice(String file) {
		assertThatNoException().isThrownBy(() -> LinearChoice.shipped(file));
	}

}
