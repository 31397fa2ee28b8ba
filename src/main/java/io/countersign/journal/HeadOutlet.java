package io.countersign.journal;

import java.io.IOException;
import java.util.List;

/** A place outside the database that remembers tree heads. */
interface HeadOutlet {

	/** Under this name it is remembered how far it is. */
	String name();

	/**
	 * Hands over heads in their order; the same ones may come twice.
	 * @throws IOException when it cannot take them now
	 */
	void take(List<TreeHead> heads) throws IOException, InterruptedException;

}
