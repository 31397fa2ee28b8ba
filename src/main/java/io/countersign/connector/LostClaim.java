package io.countersign.connector;

/** Somebody else holds the row by now: whoever worked on it stops where he is. */
class LostClaim extends RuntimeException {

	LostClaim(String row) {
		super("Somebody else holds " + row);
	}

}
