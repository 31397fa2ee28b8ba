package io.countersign.verdicts;

import java.util.List;

import io.countersign.cases.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Raw replies by six people who knew the requirements and nothing of the product: a mail
 * specialist, a secretary, a chief of staff, an attacker, a security office and a mayor's
 * assistant. A genuine one counts; of these some are asked about, each with its reason.
 */
@Execution(ExecutionMode.CONCURRENT)
class StrangerRepliesTests {

	static final List<CorpusReply> REPLIES = CorpusReply.in("strangers");

	@ParameterizedTest
	@FieldSource("REPLIES")
	void VA_01_whatStrangersWriteComesToWhatTheyMeanByIt(CorpusReply reply) {
		var judgement = reply.trial().judged();

		if (reply.isGenuine()) {
			assertThat(judgement).satisfies(reply::isMet);
		}
		else {
			assertThat(isYes(judgement)).as(judgement.toString()).isFalse();
		}
	}

	@Test
	void VA_01_hardlyAnyGenuineReplyIsAskedAbout() {
		var asked = REPLIES.stream().filter((reply) -> reply.word("asked").isPresent()).count();

		assertThat(asked).isLessThanOrEqualTo(REPLIES.stream().filter(CorpusReply::isGenuine).count() / 15);
	}

	static boolean isYes(Judgement judgement) {
		return judgement instanceof Judgement.Accepted(var decision)
				&& (decision.outcome() == Outcome.APPROVED || decision.outcome() == Outcome.APPROVED_WITH_CONDITIONS);
	}

}
