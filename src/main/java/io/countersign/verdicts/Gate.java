package io.countersign.verdicts;

/** One thing that must be true before a reply decides. */
interface Gate {

	/** What it looks at, in one word; refusals are counted by it. */
	String category();

	/** The numbers of the requirements it stands for. */
	String requirement();

	Finding judge(Reply reply);

	/** How the evidence names it, for instance {@code person (VA-8)}. */
	default String name() {
		return "%s (%s)".formatted(category(), requirement());
	}

}
