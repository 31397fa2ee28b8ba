package io.countersign.reading;

import java.text.Normalizer;
import java.util.List;

/** A word whatever text it stands in, with what features are made of. */
final class Lexeme {

	/** In place of any number. */
	static final Lexeme NUMBER = new Lexeme("#");

	/** Below it every character is composed already. */
	private static final char FIRST_COMBINING = '\u0300';

	private static final int STEM = 5;

	private static final int ENDING = 4;

	private static final WordMemory<Lexeme> KNOWN = new WordMemory<>(Lexeme::plain);

	private final String plain;

	private final Fragment whole;

	private final Fragment stem;

	private final List<Fragment> forms;

	private Lexeme(String plain) {
		this.plain = plain;
		this.whole = Fragment.of(plain);
		if (plain.length() > STEM) {
			this.stem = Fragment.of(plain.substring(0, STEM));
			this.forms = List.of(this.whole, Fragment.of(this.stem + "*"),
					Fragment.of("*" + plain.substring(plain.length() - ENDING)));
		}
		else {
			this.stem = this.whole;
			this.forms = List.of(this.whole);
		}
	}

	/**
	 * @param word in small letters
	 */
	static Lexeme of(String word) {
		return KNOWN.of(word);
	}

	/** A picture, which is written in one way only. */
	static Lexeme ofSign(String sign) {
		return new Lexeme(sign);
	}

	private static Lexeme plain(String word) {
		return new Lexeme(Spelling.corrected(isSimple(word) ? word : simple(word)));
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

	/** As phrases are matched against it: common misspellings corrected. */
	String plain() {
		return this.plain;
	}

	Fragment whole() {
		return this.whole;
	}

	/** How it begins. */
	Fragment stem() {
		return this.stem;
	}

	/** It, and how it begins and ends. */
	List<Fragment> forms() {
		return this.forms;
	}

	boolean isNumber() {
		return Character.isDigit(this.plain.charAt(0));
	}

	/** All numbers alike. */
	Lexeme shape() {
		return isNumber() ? NUMBER : this;
	}

}
