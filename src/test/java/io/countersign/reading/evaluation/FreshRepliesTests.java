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

	@ParameterizedTest
	@MethodSource("sets")
	void noReplyOfASetIsReadAsAnApprovalThatIsNone(String set) {
		var score = score(set);

		assertThat(score.falseApprovals()).as(score.worst().toString()).isZero();
	}

	@ParameterizedTest
	@MethodSource("sets")
	void mostApprovalsOfASetAreFound(String set) {
		assertThat(score(set).found()).isGreaterThan(0.75);
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
