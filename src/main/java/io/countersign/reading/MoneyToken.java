package io.countersign.reading;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A number, a word or a single other character of a text that may name money.
 *
 * @param start in the text
 * @param end behind its last character
 */
record MoneyToken(Kind kind, String text, int start, int end) {

	enum Kind {

		NUMBER, WORD, SIGN

	}

	/**
	 * The text as a reader sees it: without what has no width, and a line that was broken
	 * in the middle is one.
	 */
	static String seen(String text) {
		var seen = new StringBuilder(text.length());
		var at = 0;
		var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
		while (at < composed.length()) {
			var end = at;
			while (end < composed.length() && isSpace(composed.charAt(end))) {
				end++;
			}
			if (end > at) {
				seen.append(blank(composed.substring(at, end)));
				at = end;
			}
			else {
				var letter = composed.charAt(at++);
				if (Character.getType(letter) != Character.FORMAT) {
					seen.append(letter);
				}
			}
		}
		return seen.toString();
	}

	/** Cells of a table and paragraphs stay apart. */
	private static char blank(String space) {
		var apart = space.indexOf('\t') >= 0 || space.chars().filter((letter) -> letter == '\n').count() > 1;
		return apart ? '\n' : ' ';
	}

	/** In one pass, without white space. */
	static List<MoneyToken> of(String text) {
		var tokens = new ArrayList<MoneyToken>();
		var at = 0;
		while (at < text.length()) {
			if (isSpace(text.charAt(at))) {
				at++;
				continue;
			}
			var kind = kind(text.charAt(at));
			var end = switch (kind) {
				case NUMBER -> endOfNumber(text, at);
				case WORD -> endOfWord(text, at);
				case SIGN -> at + 1;
			};
			tokens.add(new MoneyToken(kind, text.substring(at, end), at, end));
			at = end;
		}
		return tokens;
	}

	boolean is(Kind wanted) {
		return this.kind == wanted;
	}

	/** Whether nothing or one blank stands between. */
	boolean isNextTo(MoneyToken earlier) {
		return this.start - earlier.end <= 1;
	}

	private static Kind kind(char letter) {
		return isDigit(letter) ? Kind.NUMBER : Character.isLetter(letter) ? Kind.WORD : Kind.SIGN;
	}

	/**
	 * Also digits of other scripts, and raised ones and marks, which change what a number
	 * says.
	 */
	private static boolean isDigit(char letter) {
		var type = Character.getType(letter);
		return type == Character.DECIMAL_DIGIT_NUMBER || type == Character.OTHER_NUMBER
				|| type == Character.LETTER_NUMBER || type == Character.NON_SPACING_MARK
				|| type == Character.ENCLOSING_MARK;
	}

	private static boolean isSpace(char letter) {
		return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
	}

	private static int endOfWord(String text, int from) {
		var at = from;
		while (at < text.length() && Character.isLetter(text.charAt(at))) {
			at++;
		}
		return at;
	}

	/** A blank belongs to a number where exactly three digits follow it. */
	private static int endOfNumber(String text, int from) {
		var at = digitsFrom(text, from);
		var group = from;
		while (at + 1 < text.length() && isDigit(text.charAt(at + 1))) {
			var end = digitsFrom(text, at + 1);
			var isGroup = at - group <= NumberShape.GROUP && end - at - 1 == NumberShape.GROUP;
			if (!NumberShape.isPoint(text.charAt(at)) && !(text.charAt(at) == ' ' && isGroup)) {
				return at;
			}
			group = at + 1;
			at = end;
		}
		return at;
	}

	private static int digitsFrom(String text, int from) {
		var at = from;
		while (at < text.length() && isDigit(text.charAt(at))) {
			at++;
		}
		return at;
	}

}
