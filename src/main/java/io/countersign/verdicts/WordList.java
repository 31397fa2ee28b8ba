package io.countersign.verdicts;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The words of a text in their order, whatever its layout. */
record WordList(List<String> words) {

	private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}+]++");

	static WordList of(String text) {
		return new WordList(
				BETWEEN.splitAsStream(text.toLowerCase(Locale.ROOT)).filter((word) -> !word.isEmpty()).toList());
	}

	/** Whether these words stand there in one piece. */
	boolean contain(WordList others) {
		return !others.words.isEmpty() && Collections.indexOfSubList(this.words, others.words) >= 0;
	}

	WordList first(int count) {
		return new WordList(this.words.subList(0, Math.min(count, this.words.size())));
	}

	WordList only(Predicate<String> those) {
		return new WordList(this.words.stream().filter(those).toList());
	}

	/** Everything up to the end of these words, where they first stand. */
	Optional<WordList> upTo(WordList others) {
		var start = Collections.indexOfSubList(this.words, others.words);
		return (start < 0 || others.words.isEmpty()) ? Optional.empty()
				: Optional.of(new WordList(this.words.subList(0, start + others.words.size())));
	}

}
