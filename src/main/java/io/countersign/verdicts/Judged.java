package io.countersign.verdicts;

import java.util.List;
import java.util.Optional;

import io.countersign.cases.Decision;
import io.countersign.cases.GateResult;

/**
 * What is kept of a judgement and has to come out again.
 *
 * @param decision all that a verdict says which rests on it; empty where none does
 */
record Judged(String word, Optional<String> category, String level, Optional<String> outcome, List<GateResult> gates,
		Optional<Decision> decision) {

	private static final String HELD = "held";

	Judged {
		// What was kept by an older software does not say it.
		decision = (decision != null) ? decision : Optional.empty();
	}

	boolean isHeld() {
		return this.word.equals(HELD);
	}

	/** Compares what both of them say. */
	boolean isAgain(Judged other) {
		var again = this.gates.stream().allMatch((gate) -> gate.fields().isEmpty()) ? other.withoutFields() : other;
		return equals(again) || (this.decision.isEmpty() && equals(again.withoutDecision()));
	}

	private Judged withoutDecision() {
		return new Judged(this.word, this.category, this.level, this.outcome, this.gates, Optional.empty());
	}

	private Judged withoutFields() {
		var plain = this.gates.stream().map(GateResult::withoutFields).toList();
		return new Judged(this.word, this.category, this.level, this.outcome, plain,
				this.decision.map((one) -> one.by(plain)));
	}

	/** Nothing for what is no judgement on a verdict. */
	static Optional<Judged> of(Judgement judgement) {
		return switch (judgement) {
			case Judgement.Accepted accepted -> Optional.of(of("accepted", Optional.empty(), accepted.decision()));
			case Judgement.Held held -> Optional
				.of(of(HELD, held.because().stream().map(Judgement.Reason::category).findFirst(), held.decision()));
			case Judgement.Refused refused ->
				Optional.of(new Judged("refused", Optional.of(refused.because().category()), ProofLevel.A0.name(),
						Optional.empty(), refused.gates(), Optional.empty()));
			case Judgement.Silent _, Judgement.Waiting _ -> Optional.empty();
		};
	}

	private static Judged of(String word, Optional<String> category, Decision decision) {
		return new Judged(word, category, decision.level(), Optional.of(decision.outcome().word()), decision.gates(),
				Optional.of(decision));
	}

}
