package io.countersign.reading;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How programs of three decades lay out an answer above, below and within a mail. */
class LayoutTests {

	private static final Reader READER = new Reader();

	@ParameterizedTest
	@MethodSource
	void whatSomebodyWroteIsTakenOutOfItsLayout(String mail, String written) {
		var own = READER.read(Mail.ofText("Re: Draft", mail)).own().text();

		assertThat(own).isEqualToNormalizingWhitespace(written);
	}

	static Stream<Arguments> whatSomebodyWroteIsTakenOutOfItsLayout() throws IOException {
		try (var file = LayoutTests.class.getResourceAsStream("/readings/layouts.txt")) {
			var all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
			return Arrays.stream(all.split("\n=====\n"))
				.map((one) -> one.split("\n===VISIBLE\n"))
				.map((one) -> Arguments.of(one[0], one[1]));
		}
	}

}
