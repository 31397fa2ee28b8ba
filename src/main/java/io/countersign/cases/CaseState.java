package io.countersign.cases;

/** Where a case stands. */
public enum CaseState {

	/** Somebody is asked and has not decided. */
	WAITING,

	/** A decision counts, or ordered work has been done. */
	DECIDED,

	CLOSED

}
