package io.countersign.cases;

import java.util.Locale;

/** Where a case stands. */
public enum CaseState {

	/** Somebody is asked and has not decided. */
	WAITING,

	/** A decision counts, or ordered work has been done. */
	DECIDED,

	CLOSED;

	/** The word of the import contract. */
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
