package io.countersign.reading.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.countersign.reading.Reader;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The classes of traps of the product's table: how many examples each has, and how they
 * are read.
 */
@Execution(ExecutionMode.CONCURRENT)
class TrapExamplesTests {

	private static final List<String> CLASSES = List.of("quoted", "signature", "negation", "question", "promise",
			"reported", "condition", "partial", "contradiction", "polite", "receipt", "wrongthread", "inline", "terse",
			"typo", "forward", "late", "recall");

	private static final Map<String, Integer> WANTED = Map.of("da", 100, "en", 100, "sv", 50, "nb", 50, "de", 50);

	private static final Folders FOLDERS = Folders.of(Path.of("."));

	private static final Reader READER = new Reader();

	@Test
	void everyClassHasTheExamplesItsTableAsks() {
		var counts = Stream.of(own("replies"), own("held-out-replies"), FOLDERS.lines().stream().flatMap(Line::dressed))
			.flatMap((examples) -> examples)
			.collect(Collectors.groupingBy((reply) -> reply.trap() + " " + reply.language(), Collectors.counting()));

		var lacking = CLASSES.stream()
			.flatMap((trap) -> WANTED.entrySet()
				.stream()
				.filter((wanted) -> counts.getOrDefault(trap + " " + wanted.getKey(), 0L) < wanted.getValue())
				.map((wanted) -> "%s %s: %d".formatted(trap, wanted.getKey(),
						counts.getOrDefault(trap + " " + wanted.getKey(), 0L))));

		assertThat(lacking).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "da", "en", "sv", "nb", "de" })
	void noLineIsReadAsAnApprovalThatIsNone(String language) {
		var score = new ReplyScore();
		FOLDERS.lines()
			.stream()
			.filter((line) -> line.language().equals(language) && !line.isHeldOut())
			.flatMap(Line::dressed)
			.forEach((reply) -> score.add(reply, READER.read(reply.mail())));

		assertThat(score.falseApprovals()).as(score.worst().toString()).isZero();
		assertThat(score.accuracy()).as(score.worst().toString()).isGreaterThan(0.85);
	}

	private static Stream<ReplyExample> own(String name) {
		return FOLDERS.own(name).stream().map(ReplyExample::new);
	}

}
