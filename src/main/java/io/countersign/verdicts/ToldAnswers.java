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

	private final Stakes stakes;

	ToldAnswers(VerdictProperties policy, Stakes stakes) {
		this.asksStand = policy.asksStand();
		this.leastProof = policy.leastProof();
		this.costly = policy.costly();
		this.stakes = stakes;
	}

	@Override
	public Optional<String> objection(CaseView view, Ask ask, Instant toldAt) {
		if (toldAt.isAfter(ask.askedAt().plus(this.asksStand))) {
			return Optional.of("The request has expired: it was asked more than %d days before."
				.formatted(this.asksStand.toDays()));
		}
		var kinds = this.stakes.kinds(view);
		return ofKinds(kinds).or(() -> ofCost(view, kinds));
	}

	private Optional<String> ofKinds(List<String> kinds) {
		return this.leastProof.entrySet()
			.stream()
			.filter((demand) -> isMoreThanTold(demand.getValue())
					&& kinds.stream().anyMatch(new KindKey(demand.getKey())::names))
			.map((demand) -> "Cases of the type %s ask for proof of level %s, and a program gives A2."
				.formatted(demand.getKey(), demand.getValue()))
			.findFirst();
	}

	/** It takes the words and files of every request, so only where it matters. */
	private Optional<String> ofCost(CaseView view, List<String> kinds) {
		var demands = this.costly.stream().filter((one) -> isMoreThanTold(one.least()) && one.isAbout(kinds)).toList();
		if (demands.isEmpty()) {
			return Optional.empty();
		}
		var cost = this.stakes.cost(view);
		return demands.stream()
			.flatMap((demand) -> demand.reached(cost)
				.map((reason) -> "What it costs asks for proof of level %s, and a program gives A2: %s"
					.formatted(demand.least(), reason))
				.stream())
			.findFirst();
	}

	private static boolean isMoreThanTold(ProofLevel level) {
		return level.compareTo(ProofLevel.A2) > 0;
	}

}
