package io.countersign.journal;

import java.time.Instant;

/**
 * The Merkle tree over all entries up to a cursor, in the order readers see them.
 *
 * @param note the head as it went out
 */
record TreeHead(Frontier tree, Cursor until, Instant at, String note) {

	static final TreeHead NONE = new TreeHead(Frontier.EMPTY, Cursor.START, Instant.EPOCH, "");

	long size() {
		return this.tree.size();
	}

}
