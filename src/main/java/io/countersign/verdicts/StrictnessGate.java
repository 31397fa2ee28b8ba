package io.countersign.verdicts;

import java.util.Map;

/**
 * VA-23: for some kinds of cases an operator asks for better proof than the rest of the
 * policy does. Nothing that is configured here can ask for less.
 */
class StrictnessGate implements Gate {

	private final Gate proof;

	private final Map<String, ProofLevel> leastProof;

	StrictnessGate(Gate proof, Map<String, ProofLevel> leastProof) {
		this.proof = proof;
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
		return switch (this.proof.judge(reply)) {
			case Finding.Proven proven when proven.level().compareTo(least) >= 0 ->
				Finding.pass("It is proved as well as cases of the type %s ask for.".formatted(type));
			case Finding.Wait _ -> Finding.pass("Its proof is still awaited.");
			case Finding.Pass _, Finding.Proven _, Finding.Hold _, Finding.Refuse _ ->
				Finding.hold("Cases of the type %s ask for proof of level %s.".formatted(type, least));
		};
	}

}
