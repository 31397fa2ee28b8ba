package io.countersign.overview;

/** How far a decision has come. */
public enum Stage {

	DETECTED, PREPARED, CHECKED, DECIDE, FILED;

	/** The board is read from what is to be decided back; what is decided comes last. */
	int rank() {
		return (this == FILED) ? 1 : -ordinal();
	}

}
