package io.countersign.verdicts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.countersign.cases.Outcome;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What ordinary people write in two meanings, and what programs write above a yes. */
@Execution(ExecutionMode.CONCURRENT)
class JudgedWordsTests {

	private static final Path FOLDER = Path.of("src/test/resources/mails/judged");

	private static final String TITLE = "Udkast til svar";

	@ParameterizedTest
	@MethodSource("words")
	void VA_17_onlyWordsThatApproveAllThatWasAskedCount(boolean counts, String title, String words) {
		var asked = title.isEmpty() ? TITLE : title;
		var reply = Trial.REPLY.replace(TITLE, asked).replace("Godkendt\n", words.replace("\\n", "\n") + "\n");

		assertThat(isApproved(Trial.of(reply).in(new ThreadFacts(Set.of(asked), Set.of(), Optional.empty()))))
			.isEqualTo(counts);
	}

	@ParameterizedTest
	@MethodSource("headers")
	void VA_03_whatAProgramOrAnotherPersonHasSentDoesNotCount(boolean counts, String part, String instead) {
		var lines = instead.replace("\\n", "\n");

		assertThat(isApproved(part.isEmpty() ? Trial.withHeader(lines) : Trial.with(part, lines))).isEqualTo(counts);
	}

	private static boolean isApproved(Trial trial) {
		return trial.judged() instanceof Judgement.Accepted(var decision) && decision.outcome() == Outcome.APPROVED;
	}

	static Stream<Object[]> words() throws IOException {
		return rows("words.txt");
	}

	static Stream<Object[]> headers() throws IOException {
		return rows("headers.txt");
	}

	private static Stream<Object[]> rows(String file) throws IOException {
		return lines(file).stream()
			.map((line) -> Arrays.stream(line.split("\\|", 3)).map(String::strip).toList())
			.map((row) -> new Object[] { row.getFirst().equals("counts"), row.get(1), row.get(2) });
	}

	private static List<String> lines(String file) throws IOException {
		return Files.readAllLines(FOLDER.resolve(file)).stream().filter((line) -> !line.startsWith("#")).toList();
	}

}
