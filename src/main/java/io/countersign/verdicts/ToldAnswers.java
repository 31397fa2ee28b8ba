package io.countersign.verdicts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

	private final List<Costly> costly;

	ToldAnswers(VerdictProperties policy) {
		this.asksStand = policy.asksStand();
		this.leastProof = policy.leastProof();
		this.costly = policy.costly();
	}

	@Override
	public Optional<String> objection(CaseView view, Ask ask, Instant toldAt) {
		if (toldAt.isAfter(ask.askedAt().plus(this.asksStand))) {
			return Optional.of("The request has expired: it was asked more than %d days before."
				.formatted(this.asksStand.toDays()));
		}
		return ofType(view.type()).or(this::ofCost);
	}

	private Optional<String> ofType(String type) {
		return this.leastProof.entrySet()
			.stream()
			.filter((demand) -> demand.getKey().equalsIgnoreCase(type) && isMoreThanTold(demand.getValue()))
			.map((demand) -> "Cases of the type %s ask for proof of level %s, and a program gives A2."
				.formatted(demand.getKey(), demand.getValue()))
			.findFirst();
	}

	/** What it costs is read when a person answers; of a program nobody asks. */
	private Optional<String> ofCost() {
		return this.costly.stream()
			.filter((demand) -> isMoreThanTold(demand.least()))
			.map((demand) -> "What costs much asks for proof of level %s, and a program gives A2."
				.formatted(demand.least()))
			.findFirst();
	}

	private static boolean isMoreThanTold(ProofLevel level) {
		return level.compareTo(ProofLevel.A2) > 0;
	}

}
