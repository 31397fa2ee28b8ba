package io.countersign.verdicts;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseId;
import io.countersign.intake.Folder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An answer to a number of a digest, before the gates. */
class DigestGateTests {

	private static final Ask ANNAS = Trial.ask("ask@min.example", Trial.CASE, Trial.ANNA, 1, Ask.State.OPEN);

	@Test
	void VA_04_aNumberStandsForTheRequestThatWasListed() {
		var judgement = Trial.saying("1 godkendt, 2 nej").number(DigestAnswer.State.OPEN, "godkendt").judged();

		assertThat(judgement).isInstanceOfSatisfying(Judgement.Accepted.class, (accepted) -> {
			assertThat(accepted.decision().ask()).isEqualTo(ANNAS.id());
			assertThat(accepted.decision().comment()).as("nothing of the other numbers").isEqualTo("godkendt");
			assertThat(accepted.decision().gates())
				.anyMatch((gate) -> gate.sentence().contains("number 1 of the digest"));
		});
	}

	@ParameterizedTest
	@EnumSource(names = { "OPEN", "OVERTAKEN" }, mode = EnumSource.Mode.EXCLUDE)
	void VA_05_whatNoLongerStandsForItsRequestIsRefused(DigestAnswer.State state) {
		assertThat(Trial.saying("1 godkendt").number(state, "godkendt").judged()).isInstanceOfSatisfying(
				Judgement.Refused.class, (refused) -> assertThat(refused.because().category()).isEqualTo("binding"));
	}

	@Test
	void VA_04_anAnswerToAnOlderVersionIsHeld() {
		assertThat(Trial.saying("1 godkendt").number(DigestAnswer.State.OVERTAKEN, "godkendt").judged())
			.isInstanceOfSatisfying(Judgement.Held.class, (held) -> assertThat(held.reasons())
				.containsExactly("Another version of what was asked has come since the digest was sent."));
	}

	@Test
	void VA_04_whatWasAskedOfSomebodyElseIsNotAnsweredByNumber() {
		var bos = Trial.ask("ask@min.example", Trial.CASE, Trial.BO, 1, Ask.State.OPEN);

		assertThat(Trial.saying("1 godkendt").numbering(DigestAnswer.State.OPEN, "godkendt", bos).judged())
			.isInstanceOf(Judgement.Refused.class);
	}

	@Test
	void VA_04_aRequestOfAnotherCaseIsNotAnsweredByNumber() {
		var other = Trial.ask("other@min.example", new CaseId("cs_2"), Trial.ANNA, 1, Ask.State.OPEN);

		assertThat(Trial.saying("1 godkendt").numbering(DigestAnswer.State.OPEN, "godkendt", other).judged())
			.isInstanceOf(Judgement.Refused.class);
	}

	@Test
	void VA_11a_itTakesTheSameProofAsAnyAnswer() {
		var trial = Trial.saying("1 godkendt")
			.number(DigestAnswer.State.OPEN, "godkendt")
			.seenIn(Trial.seen(Trial.EVA, Folder.INBOX));

		assertThat(trial.judged()).isInstanceOf(Judgement.Held.class);
	}

	@Test
	void VA_20_itIsJudgedAgainFromWhatWasKept() {
		var reply = Trial.saying("1 godkendt, 2 nej").number(DigestAnswer.State.OPEN, "godkendt").reply();
		var kept = Policies.JSON.readValue(Policies.JSON.writeValueAsString(Facts.of(reply)), Facts.class);

		assertThat(kept.number()).isEqualTo(1);
		assertThat(Judged.of(Trial.VERDICTS.judge(kept.about(reply.message()))))
			.isEqualTo(Judged.of(Trial.VERDICTS.judge(reply)));
	}

}
