package io.countersign.reading;

import java.util.Set;

/** Rules out by a glance most words that are not of a set (Bloom 1970). */
final class WordFilter {

	/** So few of the bits are set that hardly a word passes by chance. */
	private static final int BITS_PER_WORD = 16;

	private final long[] bits;

	WordFilter(Set<String> words) {
		this.bits = new long[Math.max(1, Integer.highestOneBit(words.size() * BITS_PER_WORD / Long.SIZE) * 2)];
		words.forEach((word) -> this.bits[place(word)] |= 1L << word.hashCode());
	}

	/** False only where the word is none of them. */
	boolean mayHave(String word) {
		return (this.bits[place(word)] >>> word.hashCode() & 1) != 0;
	}

	private int place(String word) {
		return (word.hashCode() >>> 6) & (this.bits.length - 1);
	}

}
