package io.countersign.reading;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Words of which one must be said for a phrase to be said at all.
 *
 * @param words whole words
 * @param beginnings what a word begins with
 */
record Anchors(Set<String> words, Set<String> beginnings) {

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

	/** The fewer there are, the seldomer a phrase is tried in vain. */
	int size() {
		return this.words.size() + this.beginnings.size();
	}

}
