package io.countersign.verdicts;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import io.countersign.cases.AnswerPolicy;
import io.countersign.cases.Ask;
import io.countersign.cases.CaseView;

/**
 * A program that tells what somebody has said vouches for it as a mail server does: it
 * decides nothing that has expired (VA-6) or asks for better proof (VA-23).
 */
class ToldAnswers implements AnswerPolicy {

	private final Duration asksStand;

	private final Map<String, ProofLevel> leastProof;

	ToldAnswers(VerdictProperties policy) {
		this.asksStand = policy.asksStand();
		this.leastProof = policy.leastProof();
	}

	@Override
	public Optional<String> objection(CaseView view, Ask ask, Instant toldAt) {
		if (toldAt.isAfter(ask.askedAt().plus(this.asksStand))) {
			return Optional.of("The request has expired: it was asked more than %d days before."
				.formatted(this.asksStand.toDays()));
		}
		return this.leastProof.entrySet()
			.stream()
			.filter((demand) -> demand.getKey().equalsIgnoreCase(view.type())
					&& demand.getValue().compareTo(ProofLevel.A2) > 0)
			.map((demand) -> "Cases of the type %s ask for proof of level %s, and a program gives A2."
				.formatted(demand.getKey(), demand.getValue()))
			.findFirst();
	}

}
