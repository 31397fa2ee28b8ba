package io.countersign.verdicts;

/** One thing that must be true before a reply decides. */
interface Gate {

	/** The gate's word and its requirement, for instance {@code person (VA-8)}. */
	String name();

	Finding judge(Reply reply);

}
