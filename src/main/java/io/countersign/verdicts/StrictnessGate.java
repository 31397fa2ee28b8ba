package io.countersign.verdicts;

import java.util.List;
import java.util.Map;

/**
 * VA-23: for some kinds of cases an operator asks for better proof than the rest of the
 * policy does. Nothing that is configured here can ask for less.
 */
class StrictnessGate implements Gate {

	private final List<Gate> proofs;

	private final Map<String, ProofLevel> leastProof;

	StrictnessGate(List<Gate> proofs, Map<String, ProofLevel> leastProof) {
		this.proofs = proofs;
		this.leastProof = leastProof;
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
		var least = this.leastProof.get(type);
		if (least == null) {
			return Finding.pass("Cases of the type %s need no better proof than others.".formatted(type));
		}
		var findings = this.proofs.stream().map((proof) -> proof.judge(reply)).toList();
		if (findings.stream().anyMatch((finding) -> isAtLeast(least, finding))) {
			return Finding.pass("It is proved as well as cases of the type %s ask for.".formatted(type));
		}
		return findings.stream().anyMatch(Finding.Wait.class::isInstance) ? Finding.pass("Its proof is still awaited.")
				: Finding.hold("Cases of the type %s ask for proof of level %s.".formatted(type, least));
	}

	private static boolean isAtLeast(ProofLevel least, Finding finding) {
		return finding instanceof Finding.Proven proven && proven.level().compareTo(least) >= 0;
	}

}
