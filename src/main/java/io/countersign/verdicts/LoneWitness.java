package io.countersign.verdicts;

/**
 * What a mail comes to that nobody shows but whoever wants the decision, and for which
 * servers alone vouch.
 */
enum LoneWitness {

	/** Somebody has to confirm it. */
	HOLD,
	/** It counts as any other. */
	COUNTS

}
