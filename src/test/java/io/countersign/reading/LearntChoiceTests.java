package io.countersign.reading;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LearntChoiceTests {

	@Test
	void itIsWrittenInTheOrderOfItsFeatures() {
		var choice = new LearntChoice(List.of("YES", "NO"),
				Map.of("yes, do", new float[] { 1.24f, -0.4f }, "not", new float[] { 0, 0.7f }));

		assertThat(choice.written(1)).isEqualTo("""
				YES NO
				0 0.7 not
				1.2 -0.4 yes, do
				""");
	}

}
