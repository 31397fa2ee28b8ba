package io.countersign.verdicts;

import java.util.List;

/** One thing that must be true before a reply decides. */
interface Gate {

	/** What it looks at, in one word; refusals are counted by it. */
	String category();

	/** The numbers of the requirements it stands for. */
	String requirement();

	/**
	 * The fields of the header whose words it goes by (VA-20); a name that ends with a
	 * dash stands for all that begin so.
	 */
	default List<String> fields() {
		return List.of();
	}

	Finding judge(Reply reply);

	/** How the evidence names it, for instance {@code person (VA-8)}. */
	default String name() {
		return "%s (%s)".formatted(category(), requirement());
	}

}
