package io.countersign.reading;

import java.util.Arrays;
import java.util.List;

/** What of some words a {@link LinearModel} weighs: each feature once, by its key. */
class Features {

	/** What all words have. */
	static final Fragment ALWAYS = Fragment.of("=always");

	private static final Fragment BEGIN = Fragment.of("^");

	private static final Fragment END = Fragment.of("$");

	private static final Fragment SPACE = Fragment.of(" ");

	private static final Fragment NOTHING = Fragment.of("");

	private static final int USUAL = 250;

	private final KeyTable known = new KeyTable(USUAL);

	private long[] keys = new long[USUAL];

	private int size;

	Features() {
		addKey(ALWAYS.hash());
	}

	void add(Fragment feature) {
		addKey(feature.hash());
	}

	private void addKey(long key) {
		if (this.known.add(key)) {
			if (this.size == this.keys.length) {
				this.keys = Arrays.copyOf(this.keys, this.size * 2);
			}
			this.keys[this.size++] = key;
		}
	}

	/** It, and how it begins and ends. */
	void addWord(Lexeme word) {
		word.forms().forEach(this::add);
	}

	void addPairs(List<Fragment> words) {
		addPairs(NOTHING, words);
	}

	/** Each word with the next, the first and the last with the border. */
	void addPairs(Fragment mark, List<Fragment> words) {
		for (var i = 0; i <= words.size(); i++) {
			add(mark.then(at(i - 1, words)).then(SPACE).then(at(i, words)));
		}
	}

	/** Each word between its neighbours. */
	void addTriples(List<Fragment> words) {
		for (var i = 0; i < words.size(); i++) {
			add(at(i - 1, words).then(SPACE).then(words.get(i)).then(SPACE).then(at(i + 1, words)));
		}
	}

	private static Fragment at(int index, List<Fragment> words) {
		if (index < 0) {
			return BEGIN;
		}
		return (index < words.size()) ? words.get(index) : END;
	}

	int size() {
		return this.size;
	}

	/** In the order in which they were added. */
	long key(int index) {
		return this.keys[index];
	}

}
