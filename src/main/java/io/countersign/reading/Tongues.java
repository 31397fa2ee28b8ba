package io.countersign.reading;

import java.util.Map;

/** Tells by its common words which language a text is in. */
final class Tongues {

	/** So much of a text is enough to know its language. */
	private static final int ENOUGH = 600;

	/** The own words count more: a Dane may answer an English mail. */
	private static final int OWN = 10;

	/** What only one language says tells more than what several say. */
	private static final int OWN_WORD = 3;

	private final Map<Language, Phrasebook> books;

	Tongues(Map<Language, Phrasebook> books) {
		this.books = books;
	}

	Language likeliest(String own, String whole) {
		var ownWords = beginning(own);
		var allWords = beginning(whole);
		var best = Language.DA;
		var most = 0;
		for (var entry : this.books.entrySet()) {
			var count = OWN * common(entry.getValue(), ownWords) + common(entry.getValue(), allWords);
			if (count > most) {
				most = count;
				best = entry.getKey();
			}
		}
		return best;
	}

	private static Words beginning(String text) {
		return Words.of(text.substring(0, Math.min(ENOUGH, text.length())));
	}

	private int common(Phrasebook book, Words words) {
		var count = 0;
		for (var i = 0; i < words.size(); i++) {
			if (book.isCommon(words.at(i))) {
				count += isOnlyIn(book, words.at(i)) ? OWN_WORD : 1;
			}
		}
		return count;
	}

	private boolean isOnlyIn(Phrasebook book, String word) {
		for (var other : this.books.values()) {
			if (other != book && other.isCommon(word)) {
				return false;
			}
		}
		return true;
	}

}
