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
 * A program that tells what somebody has said vouches for it as a mail server does, and
 * two people who release it do not raise its level (VA-19): neither decides what has
 * expired (VA-6) or asks for better proof than the rest of the policy does (VA-23).
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
	public Optional<String> objection(CaseView view, Ask ask, Instant at, Voucher by) {
		if (at.isAfter(ask.askedAt().plus(this.asksStand))) {
			return Optional.of("The request has expired: it was asked more than %d days before."
				.formatted(this.asksStand.toDays()));
		}
		var kinds = this.stakes.kinds(view);
		return ofKinds(kinds, by).or(() -> ofCost(view, kinds, by));
	}

	private Optional<String> ofKinds(List<String> kinds, Voucher by) {
		return this.leastProof.entrySet()
			.stream()
			.filter((demand) -> isMoreThanUsual(demand.getValue())
					&& kinds.stream().anyMatch(new KindKey(demand.getKey())::names))
			.map((demand) -> (switch (by) {
				case PROGRAM -> "Cases of the type %s ask for proof of level %s, and a program gives A2.";
				case RELEASE -> "Cases of the type %s ask for proof of level %s, and a release leaves it at A1.";
			}).formatted(demand.getKey(), demand.getValue()))
			.findFirst();
	}

	/** It takes the words and files of every request, so only where it matters. */
	private Optional<String> ofCost(CaseView view, List<String> kinds, Voucher by) {
		var demands = this.costly.stream().filter((one) -> isMoreThanUsual(one.least()) && one.isAbout(kinds)).toList();
		if (demands.isEmpty()) {
			return Optional.empty();
		}
		var cost = this.stakes.cost(view);
		return demands.stream().flatMap((demand) -> demand.reached(cost).map((reason) -> (switch (by) {
			case PROGRAM -> "What it costs asks for proof of level %s, and a program gives A2: %s";
			case RELEASE -> "What it costs asks for proof of level %s, and a release leaves it at A1: %s";
		}).formatted(demand.least(), reason)).stream()).findFirst();
	}

	private static boolean isMoreThanUsual(ProofLevel level) {
		return level.compareTo(ProofLevel.A2) > 0;
	}

}
