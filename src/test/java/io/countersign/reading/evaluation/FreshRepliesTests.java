package io.countersign.reading.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.countersign.reading.Reader;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/** The sets that were written before anybody looked at the phrases. */
@Execution(ExecutionMode.CONCURRENT)
class FreshRepliesTests {

	private static final Map<String, List<FreshReply>> SETS = Folders.of(Path.of(".")).fresh();

	private static final Reader READER = new Reader();

	/** Where a yes stands among many other words, fewer are found. */
	private static final Map<String, Double> LEAST = Map.ofEntries(Map.entry("fresh-10.txt", 0.45),
			Map.entry("fresh-12.txt", 0.25), Map.entry("fresh-13.txt", 0.2), Map.entry("fresh-14.txt", 0.4),
			Map.entry("fresh-15.txt", 0.25), Map.entry("fresh-16.txt", 0.35), Map.entry("fresh-17.txt", 0.0),
			Map.entry("fresh-18.txt", 0.36), Map.entry("fresh-19.txt", 0.31), Map.entry("fresh-20.txt", 0.36),
			Map.entry("fresh-21.txt", 0.55), Map.entry("fresh-22.txt", 0.53), Map.entry("fresh-23.txt", 0.1),
			Map.entry("fresh-24.txt", 0.1), Map.entry("fresh-25.txt", 0.45), Map.entry("fresh-26.txt", 0.6),
			Map.entry("fresh-27.txt", 0.6), Map.entry("fresh-28.txt", 0.6));

	@ParameterizedTest
	@MethodSource("sets")
	void noReplyOfASetIsReadAsAnApprovalThatIsNone(String set) {
		var score = score(set);

		assertThat(score.falseApprovals()).as(score.worst().toString()).isZero();
	}

	@ParameterizedTest
	@MethodSource("sets")
	void approvalsOfASetAreFound(String set) {
		assertThat(score(set).found()).isGreaterThanOrEqualTo(LEAST.getOrDefault(set, 0.75));
	}

	private static ReplyScore score(String set) {
		var score = new ReplyScore();
		SETS.getOrDefault(set, List.of())
			.stream()
			.map(FreshReply::example)
			.forEach((reply) -> score.add(reply, READER.read(reply.mail())));
		return score;
	}

	static Stream<String> sets() {
		return SETS.keySet().stream();
	}

}
