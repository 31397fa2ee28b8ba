package io.countersign.reading;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A phrase of a language's file. */
final class Phrase {

	private final String rule;

	private final PhraseRow parts;

	private final int longest;

	/** Marks of the words that must stand in it, for each part that has such words. */
	private final long[] anchored;

	/**
	 * @param rule where it stands, as {@code da/yes/12}
	 */
	Phrase(String rule, PhraseRow parts) {
		this.rule = rule;
		this.parts = parts;
		this.longest = parts.longest();
		this.anchored = parts.parts()
			.stream()
			.flatMap((part) -> part.anchors().stream())
			.mapToLong(Anchors::marks)
			.filter((marks) -> marks != -1)
			.toArray();
	}

	/** Where it stands, as {@code da/yes/12}. */
	String rule() {
		return this.rule;
	}

	PhraseRow parts() {
		return this.parts;
	}

	boolean isAll(Words words) {
		return words.size() <= this.longest && (behind(0, words) & words.end()) != 0;
	}

	boolean isIn(Words words) {
		return words.mayHold(this.anchored) && this.parts.behind(words.end() - 1, words) != 0;
	}

	/** How many of the first words it covers at most, or none. */
	int lengthAtStart(Words words) {
		var ends = behind(0, words);
		return (ends == 0) ? 0 : 63 - Long.numberOfLeadingZeros(ends);
	}

	/** Where it can end when it starts at a place, as a mask. */
	long behind(int start, Words words) {
		return words.mayHold(this.anchored) ? this.parts.behind(1L << start, words) : 0;
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
