package io.countersign.verdicts;

import java.time.Duration;
import java.time.Instant;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseState;

/** VA-6: the request can still be answered. */
class StateGate implements Gate {

	static final String CATEGORY = "state";

	/** How far the clocks of two mail servers may be apart. */
	private static final Duration CLOCKS = Duration.ofMinutes(5);

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
		if (ask.filter((one) -> reply.message().receivedAt().isBefore(one.askedAt().minus(CLOCKS))).isPresent()) {
			return Finding.hold("It came before the request was made.");
		}
		var end = ask.map((one) -> one.askedAt().plus(this.asksStand)).orElse(Instant.MAX);
		if (reply.notBefore().filter((turnedUp) -> turnedUp.isAfter(end)).isPresent()
				&& !reply.message().receivedAt().isAfter(end)) {
			return Finding.hold("It turned up only when the request had expired.");
		}
		return reply.message().receivedAt().isAfter(end) ? Finding.refuse(
				"The request has expired: it was asked more than %d days before.".formatted(this.asksStand.toDays()))
				: Finding.pass("The request can be answered.");
	}

}
