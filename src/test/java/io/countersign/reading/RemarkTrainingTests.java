package io.countersign.reading;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RemarkTrainingTests {

	private static final List<RemarkExample> EXAMPLES = RemarkExample.all();

	@Test
	void theWeightsAreWhatTheExamplesTeach() {
		var trained = RemarkTraining.of(EXAMPLES).toString();

		assertThat(RemarkModel.shipped().toString()).as("Run RemarkTraining once the examples have changed")
			.isEqualTo(trained);
	}

	@Test
	void noExampleIsBothHarmlessAndNot() {
		assertThat(EXAMPLES.stream().map((example) -> example.language() + example.words())).doesNotHaveDuplicates();
	}

	/** Every fifth is left out of the training, and judged by what the others teach. */
	@Test
	void whatTakesFromAYesIsHardlyTakenForARemark() {
		var model = RemarkTraining.of(part(false));
		var judged = part(true);
		var taken = judged.stream().filter((example) -> model.likelihood(example.asWords()) >= Remarks.SURE).toList();
		var harmless = judged.stream().filter(RemarkExample::isHarmless).count();
		var right = taken.stream().filter(RemarkExample::isHarmless).count();

		assertThat(taken.size() - right).isLessThan((judged.size() - harmless) / 40);
		assertThat(right).isGreaterThan(harmless / 10);
	}

	private static List<RemarkExample> part(boolean fifth) {
		return EXAMPLES.stream().filter((example) -> (EXAMPLES.indexOf(example) % 5 == 0) == fifth).toList();
	}

}
