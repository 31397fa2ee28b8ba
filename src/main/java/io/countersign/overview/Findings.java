package io.countersign.overview;

import java.util.List;

/**
 * What a search has found.
 *
 * @param hits the best first
 * @param newestOnly whether so many places have the words that only the newest of them
 * were compared
 */
public record Findings(List<Hit> hits, boolean newestOnly) {

	static final Findings NONE = new Findings(List.of(), false);

	public Findings {
		hits = List.copyOf(hits);
	}

}
