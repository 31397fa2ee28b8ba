package io.countersign.verdicts;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * VA-23: for some kinds of cases, and above some amounts, an operator asks for better
 * proof than the rest of the policy does. Nothing that is configured here can ask for
 * less.
 */
class StrictnessGate implements Gate {

	private final List<Gate> proofs;

	private final Map<String, ProofLevel> leastProof;

	private final List<Costly> costly;

	StrictnessGate(List<Gate> proofs, Map<String, ProofLevel> leastProof, List<Costly> costly) {
		this.proofs = proofs;
		this.leastProof = leastProof;
		this.costly = costly;
	}

	@Override
	public String category() {
		return "strictness";
	}

	@Override
	public String requirement() {
		return "VA-23";
	}

	@Override
	public Finding judge(Reply reply) {
		var type = reply.matter().type();
		var highest = Stream.concat(ofKinds(reply.matter()), ofCost(reply.matter()))
			.max(Comparator.comparing(Demand::least));
		return highest.map((demand) -> judge(reply, demand))
			.orElseGet(() -> Finding.pass("Cases of the type %s need no better proof than others.".formatted(type)));
	}

	private Finding judge(Reply reply, Demand demand) {
		var findings = this.proofs.stream().map((proof) -> proof.judge(reply)).toList();
		if (findings.stream().anyMatch((finding) -> isAtLeast(demand.least(), finding))) {
			return Finding.pass(demand.met());
		}
		return findings.stream().anyMatch(Finding.Wait.class::isInstance) ? Finding.pass("Its proof is still awaited.")
				: Finding.hold(demand.missed());
	}

	private Stream<Demand> ofKinds(Matter matter) {
		return this.leastProof.entrySet()
			.stream()
			.filter((demand) -> matter.kinds().stream().anyMatch(new KindKey(demand.getKey())::names))
			.map((demand) -> new Demand(demand.getValue(),
					"It is proved as well as cases of the type %s ask for.".formatted(demand.getKey()),
					"Cases of the type %s ask for proof of level %s.".formatted(demand.getKey(), demand.getValue())));
	}

	private Stream<Demand> ofCost(Matter matter) {
		return this.costly.stream()
			.filter((one) -> one.isAbout(matter.kinds()))
			.flatMap((one) -> one.reached(matter.cost())
				.map((reason) -> new Demand(one.least(), "It is proved as well as what it costs asks for.",
						"What it costs asks for proof of level %s: %s".formatted(one.least(), reason)))
				.stream());
	}

	private static boolean isAtLeast(ProofLevel least, Finding finding) {
		return finding instanceof Finding.Proven proven && proven.level().compareTo(least) >= 0;
	}

	/** The level of proof that is asked for, and what is said when it is there or not. */
	private record Demand(ProofLevel least, String met, String missed) {
	}

}
