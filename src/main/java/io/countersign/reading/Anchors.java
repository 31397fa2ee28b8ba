package io.countersign.reading;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Words of which one must be said for a phrase to be said at all.
 *
 * @param words whole words
 * @param beginnings what a word begins with
 */
record Anchors(Set<String> words, Set<String> beginnings) {

	/** How many letters make a mark. */
	private static final int MARKED = 2;

	Anchors {
		words = Set.copyOf(words);
		beginnings = Set.copyOf(beginnings);
	}

	/** Those of one of several parts, of which each must have some. */
	static Optional<Anchors> ofAny(Iterable<? extends PhrasePart> parts) {
		var words = new HashSet<String>();
		var beginnings = new HashSet<String>();
		for (var part : parts) {
			var anchors = part.anchors();
			if (anchors.isEmpty()) {
				return Optional.empty();
			}
			words.addAll(anchors.get().words());
			beginnings.addAll(anchors.get().beginnings());
		}
		return Optional.of(new Anchors(words, beginnings));
	}

	/**
	 * A bit for how each of them begins, as {@link #mark} gives a word: of words that
	 * have none of these bits, none is an anchor.
	 */
	long marks() {
		return LongStream
			.concat(this.words.stream().mapToLong(Anchors::mark),
					this.beginnings.stream().mapToLong((begun) -> (begun.length() < MARKED) ? -1 : mark(begun)))
			.reduce(0, (some, more) -> some | more);
	}

	/**
	 * One of 64 bits, by the first two letters of a word; none where it has no letter.
	 */
	static long mark(String word) {
		if (word.isEmpty()) {
			return 0;
		}
		var second = (word.length() < MARKED) ? 0 : word.charAt(1);
		return 1L << (word.charAt(0) * 31 + second * 7);
	}

	/** The fewer there are, the seldomer a phrase is tried in vain. */
	int size() {
		return this.words.size() + this.beginnings.size();
	}

}
