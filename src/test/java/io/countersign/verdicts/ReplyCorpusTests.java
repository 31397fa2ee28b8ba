package io.countersign.verdicts;

import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Raw replies, genuine and forged in every way the requirements name. */
@Execution(ExecutionMode.CONCURRENT)
class ReplyCorpusTests {

	@ParameterizedTest
	@MethodSource("replies")
	void VA_01_eachReplyComesToWhatItHasTo(CorpusReply reply) {
		var judgement = reply.trial().judged();

		assertThat(judgement).satisfies(reply::isMet);
	}

	@Test
	void VA_02_thereIsOneForEveryWayOfForging() {
		assertThat(CorpusReply.all()).hasSizeGreaterThanOrEqualTo(150);
		assertThat(CorpusReply.all().stream().map(CorpusReply::requirement)).contains("VA-02", "VA-03", "VA-04",
				"VA-05", "VA-06", "VA-07", "VA-08", "VA-09", "VA-10", "VA-11", "VA-11a", "VA-12", "VA-13", "VA-14",
				"VA-15", "VA-16", "VA-17", "VA-18", "VA-23");
	}

	static Stream<CorpusReply> replies() {
		return CorpusReply.all().stream();
	}

}
