package io.countersign.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Words in a row, as phrases are matched against them: small letters, no punctuation. A
 * position in it is the gap before a word; a set of positions is a bit mask, so that a
 * phrase is matched in one pass however many ways there are to match it.
 */
final class Words {

	/** A mask has one bit for each gap. */
	static final int MOST = 63;

	/** "Teltleje" and "teltet" begin alike. */
	private static final int ROOT = 4;

	/** Below it every character is composed already. */
	private static final char FIRST_COMBINING = '\u0300';

	private final Word[] words;

	private final int from;

	private final int to;

	private final Set<String> asked;

	private final Map<Vocabulary, long[]> sections;

	private Words(Word[] words, int from, int to, Set<String> asked, Map<Vocabulary, long[]> sections) {
		this.words = words;
		this.from = from;
		this.to = to;
		this.asked = asked;
		this.sections = sections;
	}

	/** Splits a stretch of text; what is behind the sixty-third word is left out. */
	static Words of(String text, int from, int to, Set<String> asked) {
		var words = new ArrayList<Word>();
		var at = from;
		var isCut = false;
		while (at < to && words.size() < MOST) {
			var c = text.codePointAt(at);
			var size = Character.charCount(c);
			if (isWordPart(c)) {
				var end = at + size;
				while (end < to && (isWordPart(text.codePointAt(end)) || isInside(text, end, to))) {
					end += Character.charCount(text.codePointAt(end));
				}
				words.add(Word.of(text, at, end, isCut, isName(text, from, at)));
				isCut = false;
				at = end;
			}
			else {
				if (isSign(c)) {
					words.add(new Word(Character.toString(c), at, at + size, false, false));
				}
				isCut |= isCut(c);
				at += size;
			}
		}
		return new Words(words.toArray(Word[]::new), 0, words.size(), asked, new IdentityHashMap<>());
	}

	static Words of(String text) {
		return of(text, 0, text.length(), Set.of());
	}

	private static boolean isWordPart(int c) {
		return Character.isLetterOrDigit(c) || c == '§' || c == '%' || c == '\u00ad' || c == '+'
				|| Character.getType(c) == Character.NON_SPACING_MARK;
	}

	/** An apostrophe, hyphen, dot or slash between two letters or digits. */
	private static boolean isInside(String text, int at, int to) {
		var c = text.charAt(at);
		if (at + 1 >= to || !Character.isLetterOrDigit(text.charAt(at + 1))) {
			return false;
		}
		var between = Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1));
		return c == '\'' || c == '\u2019' || c == '-' || c == '_' || c == '@'
				|| ((c == '.' || c == ',' || c == '/' || c == ':') && between) || (c == '.' && isShortForm(text, at));
	}

	private static boolean isShortForm(String text, int at) {
		return at >= 2 && !Character.isLetter(text.charAt(at - 2)) && Character.isLetter(text.charAt(at - 1));
	}

	/** With a capital in the middle of a sentence. */
	private static boolean isName(String text, int from, int at) {
		if (!Character.isUpperCase(text.charAt(at)) || at + 1 >= text.length()
				|| !Character.isLetter(text.charAt(at + 1))) {
			return false;
		}
		var before = at - 1;
		while (before >= from && text.charAt(before) == ' ') {
			before--;
		}
		return before >= from && ".!?:\n\"(".indexOf(text.charAt(before)) < 0;
	}

	private static boolean isCut(int c) {
		return c == ',' || c == ';' || c == ':' || c == '!' || c == '.' || c == '(' || c == '\n';
	}

	/** Pictures are words too. */
	private static boolean isSign(int c) {
		return c == '?' || Character.getType(c) == Character.OTHER_SYMBOL || (c >= 0x1F300 && c <= 0x1FAFF);
	}

	int size() {
		return this.to - this.from;
	}

	boolean isEmpty() {
		return this.from == this.to;
	}

	String at(int index) {
		return this.words[this.from + index].plain();
	}

	int startOf(int index) {
		return this.words[this.from + index].start();
	}

	int endOf(int index) {
		return this.words[this.from + index].end();
	}

	/** Whether it is written like somebody's name. */
	boolean isName(int index) {
		return this.words[this.from + index].isName();
	}

	/** Whether a comma or the like stands before this word. */
	boolean isBehindCut(int index) {
		return this.words[this.from + index].isBehindCut();
	}

	/** Whether this word stands in what was asked, perhaps as a part of another. */
	boolean isAsked(int index) {
		var word = at(index);
		return this.asked.contains(stem(word)) || (word.length() > ROOT && this.asked.contains(root(word)));
	}

	/** A few words, all of them from what was asked. */
	boolean isAllAsked() {
		return !isEmpty() && size() <= 3 && IntStream.range(0, size()).allMatch(this::isAsked);
	}

	Words part(int from, int to) {
		if (from < 0 || from > to || to > size()) {
			throw new IndexOutOfBoundsException("There are no words %d to %d of %d".formatted(from, to, size()));
		}
		return new Words(this.words, this.from + from, this.from + to, this.asked, this.sections);
	}

	/** The sections of a vocabulary that any of these words may belong to. */
	long sections(Vocabulary vocabulary) {
		var masks = this.sections.computeIfAbsent(vocabulary, this::masks);
		var sections = 0L;
		for (var i = this.from; i < this.to; i++) {
			sections |= masks[i];
		}
		return sections;
	}

	private long[] masks(Vocabulary vocabulary) {
		return Arrays.stream(this.words).map(Word::plain).mapToLong(vocabulary::sections).toArray();
	}

	/** The gap behind the last word. */
	long end() {
		return 1L << size();
	}

	private static String root(String word) {
		return word.substring(0, ROOT) + '*';
	}

	static String stem(String word) {
		return word.substring(0, Math.min(5, word.length()));
	}

	/** The stems of the longer words of a text. */
	static Set<String> stemsOf(String text) {
		var words = of(text.substring(0, Math.min(4000, text.length())));
		return Arrays.stream(words.words)
			.map(Word::plain)
			.filter((word) -> word.length() > 2 || Character.isDigit(word.charAt(0)) || word.equals("or"))
			.flatMap((word) -> (word.length() > ROOT + 1) ? Stream.of(stem(word), root(word)) : Stream.of(stem(word)))
			.collect(Collectors.toSet());
	}

	@Override
	public String toString() {
		return Arrays.stream(this.words, this.from, this.to).map(Word::plain).collect(Collectors.joining(" "));
	}

	private record Word(String plain, int start, int end, boolean isBehindCut, boolean isName) {

		static Word of(String text, int start, int end, boolean isBehindCut, boolean isName) {
			var plain = text.substring(start, end).toLowerCase(Locale.ROOT);
			return new Word(isSimple(plain) ? plain : simple(plain), start, end, isBehindCut, isName);
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

}
