package io.countersign.reading;

import java.util.Map;

/** Tells by its common words which language a text is in. */
final class Tongues {

	/** So much of a text is enough to know its language. */
	private static final int ENOUGH = 600;

	/** The own words count more: a Dane may answer an English mail. */
	private static final int OWN = 10;

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

	private static int common(Phrasebook book, Words words) {
		var count = 0;
		for (var i = 0; i < words.size(); i++) {
			count += book.isCommon(words.at(i)) ? 1 : 0;
		}
		return count;
	}

}
