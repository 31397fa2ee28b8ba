package io.countersign.verdicts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.countersign.verdicts.JudgementAssert.theTrial;
import static org.assertj.core.api.Assertions.assertThat;

/** VA-17: words that are shown to somebody, and words that are said. */
class FramingTests {

	private static final Path MAILS = Path.of("src/test/resources/mails");

	@ParameterizedTest
	@MethodSource("never")
	void VA_17_whatIsOnlyShownOrHalfSaidNeverCounts(String words) {
		assertThat(Trial.saying(words).judged())
			.matches((judgement) -> !(judgement instanceof Judgement.Accepted(var decision))
					|| !decision.outcome().approves());
	}

	@ParameterizedTest
	@ValueSource(strings = { "- Godkendt", "* Godkendt", "*Godkendt*", "Svar: Godkendt", "Godkendt :-)", "Godkendt :)",
			"Godkendt 👍", "(Godkendt)", "Hej Dan\nGodkendt", "Godkendt.\nTak for et godt udkast.",
			"As I wrote yesterday: approved", "Det kan godkendes.", "Kan godkendes", "Er godkendt.",
			"Approved. Have a nice weekend", "Sidder i bil på vej til Slagelse, så kort: ja, godkendt." })
	void VA_17_whatIsSaidCounts(String words) {
		theTrial(Trial.saying(words)).isAccepted();
	}

	@ParameterizedTest
	@MethodSource("always")
	void VA_17_whatIsPlainlySaidCounts(String words) {
		theTrial(Trial.saying(words)).isAccepted();
	}

	static Stream<String> never() throws IOException {
		return lines("never-counts.txt");
	}

	static Stream<String> always() throws IOException {
		return lines("always-counts.txt");
	}

	private static Stream<String> lines(String file) throws IOException {
		return Files.readAllLines(MAILS.resolve(file))
			.stream()
			.filter((line) -> !line.startsWith("#"))
			.map((line) -> line.replace("\\n", "\n"));
	}

}
