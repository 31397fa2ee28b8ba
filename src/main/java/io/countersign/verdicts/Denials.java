package io.countersign.verdicts;

import java.util.Set;

/**
 * The words that deny, in the languages we read. A second look at what the reader has
 * found: here a word too many costs a question, a word too few a false approval.
 */
final class Denials {

	private static final Set<String> WORDS = Set.of("aldrig", "aldri", "cannot", "ej", "hverken", "ikke", "ingen",
			"inget", "inte", "intet", "kein", "keine", "keinen", "keiner", "nei", "nein", "nej", "never", "neither",
			"nicht", "niemals", "nie", "no", "none", "nor", "not", "nope", "næppe", "t", "unapproved");

	private Denials() {
	}

	static boolean is(String word) {
		return WORDS.contains(word);
	}

	/** The {@code t} of "can't" is a word of its own here. */
	static boolean anyIn(WordList words) {
		return words.words().stream().anyMatch(Denials::is);
	}

	static boolean nothingElseIn(WordList words) {
		return words.words().stream().allMatch(Denials::is);
	}

}
