package io.countersign.reading;

import java.util.Locale;

/**
 * One word of a text.
 *
 * @param isBehindCut whether a comma or the like stands before it
 * @param isName whether it is written like somebody's name
 * @param isCapital whether it begins with a capital
 */
record Word(Lexeme lexeme, int start, int end, boolean isBehindCut, boolean isName, boolean isCapital) {

	static Word of(String text, int start, int end, boolean isBehindCut, boolean isName) {
		return new Word(Lexeme.of(text.substring(start, end).toLowerCase(Locale.ROOT)), start, end, isBehindCut, isName,
				Character.isUpperCase(text.codePointAt(start)));
	}

	/**
	 * As phrases are matched against it: small letters, common misspellings corrected.
	 */
	String plain() {
		return this.lexeme.plain();
	}

	/** The same word, understood as another. */
	Word as(String other) {
		return new Word(Lexeme.of(other), this.start, this.end, this.isBehindCut, this.isName, this.isCapital);
	}

}
