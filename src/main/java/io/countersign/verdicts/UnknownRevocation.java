package io.countersign.verdicts;

/** What a signature comes to where no list says whether its certificate was revoked. */
enum UnknownRevocation {

	/** Somebody has to confirm what is signed. */
	HOLD,
	/** The signature counts for nothing, and the other proof alone decides. */
	PROVES_NOTHING

}
