package io.countersign.journal;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** A place outside the database that remembers tree heads. */
interface HeadOutlet {

	/** Under this name it is remembered how far it is. */
	String name();

	/**
	 * The size of the last head it has, where it can say so.
	 * @throws IOException when it cannot be asked now
	 */
	default OptionalLong known() throws IOException {
		return OptionalLong.empty();
	}

	/**
	 * Hands over heads in their order; the same ones may come twice.
	 * @throws IOException when it cannot take them now
	 */
	void take(List<TreeHead> heads) throws IOException, InterruptedException;

}
