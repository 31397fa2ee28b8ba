package io.countersign.documents;

import java.util.Arrays;

/**
 * The SHA-256 of each piece of a large file that was stored before files were encrypted,
 * so that any piece can be verified before one byte of it is delivered.
 *
 * @param hashes one behind the other
 */
record Pieces(byte[] hashes) {

	/** What a reader holds in memory, and the least that is fetched. */
	static final int SIZE = 1 << 22;

	private static final int HASH = 32;

	/**
	 * Answers whether these are the bytes that were stored as the piece of this number.
	 */
	boolean matches(int number, byte[] piece) {
		return Arrays.equals(Spool.sha256().digest(piece), 0, HASH, this.hashes, number * HASH, (number + 1) * HASH);
	}

}
