package io.countersign.reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.countersign.reading.VerdictReading.Label;

import static org.assertj.core.api.Assertions.assertThat;

class RemarksTests {

	private static final Reader READER = new Reader();

	@ParameterizedTest
	@ValueSource(strings = { "Approved. You have done a great job with the tables.",
			"Godkendt. Jeg glæder mig til at se det færdige resultat.",
			"Yes. I look forward to seeing the result in the spring.",
			"Godkendt, sidder i toget mellem to møder og skriver med tommelfingeren." })
	void aReasonOrARemarkLeavesAClearYesAsItIs(String answer) {
		var verdict = read(answer);

		assertThat(verdict.label()).isEqualTo(Label.APPROVED);
		assertThat(verdict.needsConfirmation()).isFalse();
		assertThat(verdict.clues()).anyMatch((clue) -> clue.rule().equals("remark"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Approved. Legal takes a look at it before it goes anywhere.",
			"Godkendt. Beløbet sættes ned til det halve.", "Godkendt. Tallet på side tre er forkert.",
			"Approved. My photo comes out, I look like a hostage.", "Genehmigt. Der dritte Absatz fliegt raus." })
	void whatMayTakeFromAYesIsNoRemark(String answer) {
		assertThat(isApproved(answer)).isFalse();
	}

	@Test
	void oneClauseThatMayTakeFromItIsEnoughHoweverManyRemarksStandAroundIt() {
		var remarks = "You have done a great job with the tables. I look forward to seeing the result in the spring. ";

		assertThat(isApproved("Approved. " + remarks)).isTrue();
		assertThat(isApproved("Approved. " + remarks + "The last paragraph goes. " + remarks)).isFalse();
	}

	@Test
	void aNumberThatWasNotAskedForMayBeALimit() {
		assertThat(isApproved("Approved. You have done a great job with the tables.")).isTrue();
		assertThat(isApproved("Approved. You have done a great job with the tables, 25,000 in all.")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Yes, it's a lovely letter", "Ja, jeg har vagten i skolegården", "Ja tak, den er kommet",
			"Yes, and I'm the Queen of Sheba", "Right..." })
	void aFaintYesHasNoRemarksBesideIt(String answer) {
		assertThat(isApproved(answer)).isFalse();
	}

	@Test
	void withoutAYesNothingIsARemark() {
		assertThat(read("You have done a great job with the tables.").label()).isEqualTo(Label.NONE);
	}

	private static boolean isApproved(String answer) {
		var verdict = read(answer);
		return verdict.label() == Label.APPROVED && !verdict.needsConfirmation();
	}

	private static VerdictReading read(String answer) {
		return READER.read(Mail.ofText("", answer).answering("Can you approve the plan? Kan du godkende planen?"))
			.verdict();
	}

}
