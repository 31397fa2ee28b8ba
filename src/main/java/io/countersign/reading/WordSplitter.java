package io.countersign.reading;

import java.util.ArrayList;
import java.util.List;

/** Splits a stretch of text into words; pictures are words too. */
final class WordSplitter {

	private final String text;

	private final int from;

	private final int to;

	WordSplitter(String text, int from, int to) {
		this.text = text;
		this.from = from;
		this.to = to;
	}

	/** So many words at most. */
	List<Word> words(int most) {
		var words = new ArrayList<Word>();
		var at = this.from;
		var isCut = false;
		while (at < this.to && words.size() < most) {
			var c = this.text.codePointAt(at);
			var size = Character.charCount(c);
			if (isWordPart(c)) {
				var end = end(at + size);
				var word = Word.of(this.text, at, end, isCut, isName(at));
				// Soft hyphens alone are nothing anybody sees.
				if (!word.plain().isEmpty()) {
					words.add(word);
					isCut = false;
				}
				at = end;
			}
			else {
				var end = isSign(c) ? shown(at + size) : at + size;
				if (isSign(c)) {
					words.add(new Word(Lexeme.ofSign(Character.toString(c)), at, end, isCut, false, false));
				}
				isCut |= isCut(c);
				at = end;
			}
		}
		return words;
	}

	private int end(int at) {
		var end = at;
		while (end < this.to && (isWordPart(this.text.codePointAt(end)) || isInside(end))) {
			end += Character.charCount(this.text.codePointAt(end));
		}
		return end;
	}

	/** A picture's colour of skin, and that it is one, say nothing of its own. */
	private int shown(int at) {
		var end = at;
		while (end < this.to && isLook(this.text.codePointAt(end))) {
			end += Character.charCount(this.text.codePointAt(end));
		}
		return end;
	}

	private static boolean isLook(int c) {
		return (c >= 0x1F3FB && c <= 0x1F3FF) || c == 0xFE0E || c == 0xFE0F;
	}

	private static boolean isWordPart(int c) {
		return Character.isLetterOrDigit(c) || c == '§' || c == '%' || c == '\u00ad' || c == '+'
				|| Character.getType(c) == Character.NON_SPACING_MARK;
	}

	/** An apostrophe, hyphen, dot or slash between two letters or digits. */
	private boolean isInside(int at) {
		var c = this.text.charAt(at);
		if (at + 1 >= this.to || !Character.isLetterOrDigit(this.text.charAt(at + 1))) {
			return false;
		}
		var between = Character.isDigit(this.text.charAt(at - 1)) && Character.isDigit(this.text.charAt(at + 1));
		return c == '\'' || c == '\u2019' || c == '-' || c == '_' || c == '@'
				|| ((c == '.' || c == ',' || c == '/' || c == ':') && between) || (c == '.' && isShortForm(at));
	}

	private boolean isShortForm(int at) {
		return at >= 2 && !Character.isLetter(this.text.charAt(at - 2)) && Character.isLetter(this.text.charAt(at - 1));
	}

	/** With a capital in the middle of a sentence. */
	private boolean isName(int at) {
		if (!Character.isUpperCase(this.text.charAt(at)) || at + 1 >= this.text.length()
				|| !Character.isLetter(this.text.charAt(at + 1))) {
			return false;
		}
		var before = at - 1;
		while (before >= this.from && this.text.charAt(before) == ' ') {
			before--;
		}
		return before >= this.from && ".!?:\n\"(".indexOf(this.text.charAt(before)) < 0;
	}

	private static boolean isCut(int c) {
		return c == ',' || c == ';' || c == ':' || c == '!' || c == '.' || c == '(' || c == '-' || c == '–' || c == '—'
				|| c == '\n';
	}

	private static boolean isSign(int c) {
		return c == '?' || Character.getType(c) == Character.OTHER_SYMBOL || (c >= 0x1F300 && c <= 0x1FAFF);
	}

}
