package io.countersign.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What must be kept of a Merkle tree in order to add leaves and to know its root: the
 * roots of its full subtrees, the largest first.
 *
 * @param size how many leaves the tree has
 */
record Frontier(long size, List<TreeHash> peaks) {

	static final Frontier EMPTY = new Frontier(0, List.of());

	Frontier {
		peaks = List.copyOf(peaks);
		if (peaks.size() != Long.bitCount(size)) {
			throw new IllegalArgumentException("A tree of %d leaves has not %d peaks".formatted(size, peaks.size()));
		}
	}

	Frontier with(TreeHash leaf) {
		var joined = new ArrayList<>(this.peaks);
		var last = leaf;
		for (var full = this.size; (full & 1) == 1; full >>= 1) {
			last = joined.removeLast().and(last);
		}
		joined.add(last);
		return new Frontier(this.size + 1, joined);
	}

	TreeHash root() {
		return this.peaks.reversed().stream().reduce((right, left) -> left.and(right)).orElse(TreeHash.EMPTY);
	}

	/** The peaks as they are stored. */
	String text() {
		return this.peaks.stream().map(TreeHash::hex).collect(Collectors.joining(" "));
	}

	static Frontier of(long size, String text) {
		return new Frontier(size,
				Stream.of(text.split(" ")).filter((hex) -> !hex.isEmpty()).map(TreeHash::new).toList());
	}

}
