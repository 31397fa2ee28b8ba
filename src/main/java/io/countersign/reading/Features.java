package io.countersign.reading;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.IntFunction;

/** What of some words a {@link LinearModel} weighs. */
final class Features {

	static final String NUMBER = "#";

	/** What all words have. */
	private static final String ALWAYS = "=always";

	private static final String BEGIN = "^";

	private static final String END = "$";

	private static final int STEM = 5;

	private static final int ENDING = 4;

	private final Set<String> all = new LinkedHashSet<>(Set.of(ALWAYS));

	/** It, and how it begins and ends. */
	void addWord(String word) {
		this.all.add(word);
		if (word.length() > STEM) {
			this.all.add(stem(word) + '*');
			this.all.add('*' + word.substring(word.length() - ENDING));
		}
	}

	void add(String feature) {
		this.all.add(feature);
	}

	void addPairs(int size, IntFunction<String> words) {
		addPairs(size, "", words);
	}

	/** Each word with the next, the first and the last with the border. */
	void addPairs(int size, String mark, IntFunction<String> words) {
		for (var i = 0; i <= size; i++) {
			this.all.add(mark + at(i - 1, size, words) + ' ' + at(i, size, words));
		}
	}

	/** Each word between its neighbours. */
	void addTriples(int size, IntFunction<String> words) {
		for (var i = 0; i < size; i++) {
			this.all.add(at(i - 1, size, words) + ' ' + words.apply(i) + ' ' + at(i + 1, size, words));
		}
	}

	private static String at(int index, int size, IntFunction<String> words) {
		if (index < 0) {
			return BEGIN;
		}
		return (index < size) ? words.apply(index) : END;
	}

	static String stem(String word) {
		return word.substring(0, Math.min(STEM, word.length()));
	}

	Set<String> all() {
		return Collections.unmodifiableSet(this.all);
	}

}
