package io.countersign.journal;

import java.util.Locale;

/** Why an entry was written, so that a receiver can keep quiet about old news. */
public enum Mode {

	LIVE, REPLAY, BACKFILL;

	/** The word of the import contract. */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
