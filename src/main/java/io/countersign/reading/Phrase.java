package io.countersign.reading;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A phrase of a language's file.
 *
 * @param rule where it stands, as {@code da/yes/12}
 * @param longest how many words it covers at most
 */
record Phrase(String rule, PhraseRow parts, int longest) {

	Phrase(String rule, PhraseRow parts) {
		this(rule, parts, parts.longest());
	}

	boolean isAll(Words words) {
		return words.size() <= this.longest && (this.parts.behind(1L, words) & words.end()) != 0;
	}

	boolean isIn(Words words) {
		return this.parts.behind(words.end() - 1, words) != 0;
	}

	/** How many of the first words it covers at most, or none. */
	int lengthAtStart(Words words) {
		var ends = this.parts.behind(1L, words);
		return (ends == 0) ? 0 : 63 - Long.numberOfLeadingZeros(ends);
	}

	/** Where it can end when it starts at a place, as a mask. */
	long behind(int start, Words words) {
		return this.parts.behind(1L << start, words);
	}

	/** The words it can begin with; absent where it can begin with any. */
	Optional<Set<String>> firstWords() {
		var words = new HashSet<String>();
		return (this.parts.collectFirst(words) == PhrasePart.First.KNOWN) ? Optional.of(words) : Optional.empty();
	}

	/** Words of which one stands in whatever it covers. */
	Optional<Anchors> anchors() {
		return this.parts.anchors();
	}

	/**
	 * The words that stand for the named part, where the phrase is all of these words.
	 */
	Optional<Words> named(String slot, Words words) {
		return this.parts.find(slot, words);
	}

}
