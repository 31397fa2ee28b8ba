package io.countersign.reading.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.countersign.reading.Reader;

import static org.assertj.core.api.Assertions.assertThat;

/** The sets that were written before anybody looked at the phrases. */
class FreshRepliesTests {

	private static final Map<String, List<FreshReply>> SETS = Folders.of(Path.of(".")).fresh();

	private static final Reader READER = new Reader();

	/** Where a yes stands among many other words, fewer are found. */
	private static final Map<String, Double> LEAST = Map.of("fresh-10.txt", 0.45, "fresh-12.txt", 0.25, "fresh-13.txt",
			0.2, "fresh-14.txt", 0.4, "fresh-15.txt", 0.25, "fresh-16.txt", 0.35, "fresh-17.txt", 0.0);

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
