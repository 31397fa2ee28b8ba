package io.countersign.verdicts;

/** What a gate says. Each sentence names the fact it rests on. */
sealed interface Finding {

	String sentence();

	record Pass(String sentence) implements Finding {
	}

	/** It passes, and this is how well it is proved. */
	record Proven(ProofLevel level, String sentence) implements Finding {
	}

	record Hold(String sentence) implements Finding {
	}

	record Refuse(String sentence) implements Finding {
	}

	record Wait(String sentence) implements Finding {
	}

	static Finding pass(String sentence) {
		return new Pass(sentence);
	}

	static Finding hold(String sentence) {
		return new Hold(sentence);
	}

	static Finding refuse(String sentence) {
		return new Refuse(sentence);
	}

	/** The word the evidence keeps. */
	default String word() {
		return switch (this) {
			case Pass _, Proven _ -> "pass";
			case Hold _ -> "hold";
			case Refuse _ -> "refuse";
			case Wait _ -> "wait";
		};
	}

}
