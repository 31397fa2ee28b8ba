package io.countersign.verdicts;

import java.time.Duration;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseState;

/** VA-6: the request can still be answered. */
class StateGate implements Gate {

	static final String CATEGORY = "state";

	private final Duration asksStand;

	/**
	 * @param asksStand how long a request can be answered by mail
	 */
	StateGate(Duration asksStand) {
		this.asksStand = asksStand;
	}

	@Override
	public String category() {
		return CATEGORY;
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
		var ask = reply.likelyAsk();
		if (ask.filter((one) -> one.state() == Ask.State.WITHDRAWN).isPresent()) {
			return Finding.refuse("The request was withdrawn.");
		}
		return ask.filter((one) -> reply.message().receivedAt().isAfter(one.askedAt().plus(this.asksStand))).isPresent()
				? Finding.refuse("The request has expired: it was asked more than %d days before."
					.formatted(this.asksStand.toDays()))
				: Finding.pass("The request can be answered.");
	}

}
