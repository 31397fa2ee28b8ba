package io.countersign.verdicts;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseState;

/** VA-6: the request can still be answered. */
class StateGate implements Gate {

	@Override
	public String category() {
		return "state";
	}

	@Override
	public String requirement() {
		return "VA-6";
	}

	@Override
	public Finding judge(Reply reply) {
		if (reply.matter().state() == CaseState.CLOSED) {
			return Finding.refuse("The case is closed.");
		}
		return reply.likelyAsk().filter((ask) -> ask.state() == Ask.State.WITHDRAWN).isPresent()
				? Finding.refuse("The request was withdrawn.") : Finding.pass("The request can be answered.");
	}

}
