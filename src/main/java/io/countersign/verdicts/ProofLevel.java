package io.countersign.verdicts;

/** How sure it is that the person who was asked has answered. */
enum ProofLevel {

	/** It counts for nothing. */
	A0,
	/** Somebody has to confirm it. */
	A1,
	/** The servers it passed vouch for it. */
	A2,
	/** The sender's own mailbox holds it. */
	A3,
	/** A signed-in act. */
	A4

}
