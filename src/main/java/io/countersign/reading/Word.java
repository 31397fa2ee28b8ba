package io.countersign.reading;

import java.text.Normalizer;
import java.util.Locale;

/**
 * One word of a text.
 *
 * @param plain as phrases are matched against it: small letters, common misspellings
 * corrected
 * @param isBehindCut whether a comma or the like stands before it
 * @param isName whether it is written like somebody's name
 * @param isCapital whether it begins with a capital
 */
record Word(String plain, int start, int end, boolean isBehindCut, boolean isName, boolean isCapital) {

	/** Below it every character is composed already. */
	private static final char FIRST_COMBINING = '\u0300';

	static Word of(String text, int start, int end, boolean isBehindCut, boolean isName) {
		var plain = text.substring(start, end).toLowerCase(Locale.ROOT);
		return new Word(Spelling.corrected(isSimple(plain) ? plain : simple(plain)), start, end, isBehindCut, isName,
				Character.isUpperCase(text.codePointAt(start)));
	}

	/** The same word, understood as another. */
	Word as(String other) {
		return new Word(other, this.start, this.end, this.isBehindCut, this.isName, this.isCapital);
	}

	/** Whether it has no sign that is written in several ways. */
	private static boolean isSimple(String word) {
		for (var i = 0; i < word.length(); i++) {
			if (word.charAt(i) == '\u00ad' || word.charAt(i) >= FIRST_COMBINING) {
				return false;
			}
		}
		return true;
	}

	private static String simple(String word) {
		return Normalizer.normalize(word.replace('\u2019', '\'').replace("\u00ad", ""), Normalizer.Form.NFC);
	}

}
