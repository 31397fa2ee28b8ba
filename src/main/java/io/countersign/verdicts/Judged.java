package io.countersign.verdicts;

import java.util.List;
import java.util.Optional;

import io.countersign.cases.Decision;
import io.countersign.cases.GateResult;

/** What is kept of a judgement and has to come out again. */
record Judged(String word, Optional<String> category, String level, Optional<String> outcome, List<GateResult> gates) {

	/** Nothing for what is no judgement on a verdict. */
	static Optional<Judged> of(Judgement judgement) {
		return switch (judgement) {
			case Judgement.Accepted accepted -> Optional.of(of("accepted", Optional.empty(), accepted.decision()));
			case Judgement.Held held -> Optional
				.of(of("held", held.because().stream().map(Judgement.Reason::category).findFirst(), held.decision()));
			case Judgement.Refused refused -> Optional.of(new Judged("refused", Optional.of(refused.because().category()),
					ProofLevel.A0.name(), Optional.empty(), refused.gates()));
			case Judgement.Silent _, Judgement.Waiting _ -> Optional.empty();
		};
	}

	private static Judged of(String word, Optional<String> category, Decision decision) {
		return new Judged(word, category, decision.level(), Optional.of(decision.outcome().word()), decision.gates());
	}

}
