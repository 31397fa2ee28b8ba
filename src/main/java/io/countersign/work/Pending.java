package io.countersign.work;

/** A module's share of the work that is still to be done. */
public interface Pending {

	/**
	 * Rows that are due or being worked on now; not those that only wait for their next
	 * turn.
	 */
	long pending();

}
