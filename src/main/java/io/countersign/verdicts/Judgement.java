package io.countersign.verdicts;

import java.util.List;
import java.util.Set;

import io.countersign.cases.Decision;
import io.countersign.cases.GateResult;

/** What a message that may answer a request comes to. */
public sealed interface Judgement {

	/** Every gate says yes. */
	record Accepted(Decision decision) implements Judgement {
	}

	/** It reads as a verdict, and somebody has to confirm it before it counts. */
	record Held(Decision decision, List<Reason> because) implements Judgement {

		public Held {
			because = List.copyOf(because);
		}

		/** What stands against it, each a sentence. */
		public List<String> reasons() {
			return this.because.stream().map(Reason::sentence).toList();
		}

	}

	/** It decides nothing, whatever it says. */
	record Refused(Reason because, List<GateResult> gates) implements Judgement {

		private static final Set<String> FORGED = Set.of("structure", "proof", "filter");

		public Refused {
			gates = List.copyOf(gates);
		}

		/**
		 * Whether somebody may have tried to deceive us, and not only written in vain.
		 */
		public boolean looksForged() {
			return FORGED.contains(this.because.category()) || this.gates.stream()
				.anyMatch((gate) -> gate.result().equals("refuse")
						&& FORGED.stream().anyMatch((category) -> gate.gate().startsWith(category + " ")));
		}

		/** Whether nothing speaks against it but that it came too late. */
		public boolean isOnlyLate() {
			return isLateAnd(Set.of("pass"));
		}

		/** Whether that may still turn out. */
		public boolean mayProveLate() {
			return isLateAnd(Set.of("pass", "wait"));
		}

		private boolean isLateAnd(Set<String> others) {
			return this.because.category().equals(StateGate.CATEGORY) && this.gates.stream()
				.allMatch((gate) -> gate.gate().startsWith(StateGate.CATEGORY) || others.contains(gate.result()));
		}

	}

	/** It gives no verdict. */
	record Silent(String remark) implements Judgement {
	}

	/** Proof may still be on its way; the message is judged again. */
	record Waiting(String reason) implements Judgement {
	}

	/**
	 * Why a gate does not say yes.
	 *
	 * @param category what it looks at, one word
	 */
	record Reason(String category, String sentence) {
	}

}
