package io.countersign.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

/** Says what a mail comes to, and shows the judgement when it is another. */
final class JudgementAssert {

	private final Judgement judgement;

	private JudgementAssert(Judgement judgement) {
		this.judgement = judgement;
	}

	static JudgementAssert theTrial(Trial trial) {
		return new JudgementAssert(trial.judged());
	}

	Judgement.Accepted isAccepted() {
		assertThat(this.judgement).isInstanceOf(Judgement.Accepted.class);
		return (Judgement.Accepted) this.judgement;
	}

	Judgement.Held isHeld() {
		assertThat(this.judgement).isInstanceOf(Judgement.Held.class);
		return (Judgement.Held) this.judgement;
	}

	void isHeldBecause(String words) {
		assertThat(isHeld().reasons()).anyMatch((reason) -> reason.contains(words));
	}

	void isRefusedBy(String category) {
		assertThat(this.judgement).isInstanceOf(Judgement.Refused.class);
		assertThat(((Judgement.Refused) this.judgement).because().category()).isEqualTo(category);
	}

	void isSilent() {
		assertThat(this.judgement).isInstanceOf(Judgement.Silent.class);
	}

	void waits() {
		assertThat(this.judgement).isInstanceOf(Judgement.Waiting.class);
	}

}
