package io.countersign.verdicts;

import java.util.List;

import io.countersign.cases.Decision;
import io.countersign.cases.GateResult;

/** What a message that may answer a request comes to. */
public sealed interface Judgement {

	/** Every gate says yes. */
	record Accepted(Decision decision) implements Judgement {
	}

	/** It reads as a verdict, and somebody has to confirm it before it counts. */
	record Held(Decision decision, List<String> reasons) implements Judgement {
	}

	/**
	 * It decides nothing, whatever it says.
	 *
	 * @param category of the gate that refused it, one word
	 */
	record Refused(String category, String sentence, List<GateResult> gates) implements Judgement {
	}

	/** It gives no verdict. */
	record Silent(String remark) implements Judgement {
	}

	/** Proof may still be on its way; the message is judged again. */
	record Waiting(String reason) implements Judgement {
	}

}
