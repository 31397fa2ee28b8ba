package io.countersign.reading;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** A word whatever text it stands in, with what features are made of. */
final class Lexeme {

	/** In place of any number. */
	static final Lexeme NUMBER = new Lexeme("#");

	/** Below it every character is composed already. */
	private static final char FIRST_COMBINING = '\u0300';

	private static final int STEM = 5;

	private static final int ENDING = 4;

	/** "Teltleje" and "teltet" begin alike. */
	private static final int ROOT = 4;

	private static final WordMemory<Lexeme> KNOWN = new WordMemory<>(Lexeme::plain);

	private final String plain;

	private final Fragment whole;

	private final Fragment stem;

	private final List<Fragment> forms;

	private final String beginning;

	/** Empty where there is none. */
	private final String root;

	private final long mark;

	/** What vocabularies tell of it, each at its place. */
	private final @Nullable Glance[] glances = new Glance[Vocabulary.PLACES];

	private Lexeme(String plain) {
		// As the words of phrases are, so that they are found by a glance.
		this.plain = plain.intern();
		this.mark = Anchors.mark(plain);
		this.beginning = plain.substring(0, Math.min(STEM, plain.length()));
		this.root = (plain.length() > ROOT) ? plain.substring(0, ROOT) + '*' : "";
		this.whole = Fragment.of(plain);
		if (plain.length() > STEM) {
			this.stem = Fragment.of(this.beginning);
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

	/** Found once: every sentence is looked at in all vocabularies. */
	Glance in(Vocabulary vocabulary) {
		var known = this.glances[vocabulary.place()];
		if (known == null || !known.isOf(vocabulary)) {
			known = vocabulary.at(this.plain);
			this.glances[vocabulary.place()] = known;
		}
		return known;
	}

	/** As of an anchor. */
	long mark() {
		return this.mark;
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

	/**
	 * Whether it begins like one of those words, of which the {@link #beginnings} are
	 * known.
	 */
	boolean isAmong(Set<String> beginnings) {
		return beginnings.contains(this.beginning) || (!this.root.isEmpty() && beginnings.contains(this.root));
	}

	/** A short word has but one. */
	Stream<String> beginnings() {
		return (this.plain.length() > STEM) ? Stream.of(this.beginning, this.root) : Stream.of(this.beginning);
	}

	boolean isNumber() {
		return Character.isDigit(this.plain.charAt(0));
	}

	/** All numbers alike. */
	Lexeme shape() {
		return isNumber() ? NUMBER : this;
	}

}
