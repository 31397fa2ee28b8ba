package io.countersign.work;

/** What is done with a claimed row. */
public interface Work {

	/**
	 * Does it once. The work itself writes that the row is done, guarded by the claim's
	 * attempt number; an exception makes the row due again.
	 */
	void work(Claim claim) throws Exception;

	/** Parks the row where people see it: it failed too often or ended its process. */
	void giveUp(Claim claim, String reason);

}
