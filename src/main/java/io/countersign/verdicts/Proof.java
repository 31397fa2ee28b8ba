package io.countersign.verdicts;

/** One way in which the servers that carried a mail can vouch for its author. */
interface Proof {

	/** The numbers of the requirements it stands for. */
	String requirement();

	Finding judge(Reply reply);

}
