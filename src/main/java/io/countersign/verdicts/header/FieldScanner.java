package io.countersign.verdicts.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Walks over the value of a header field once, from left to right. White space and
 * comments (RFC 5322 section 3.2.2) may stand between any two parts; what the comments
 * say is kept.
 */
final class FieldScanner {

	private static final int LONGEST = 16_384;

	private static final int DEEPEST_COMMENT = 16;

	private static final String NOT_IN_A_WORD = "()<>\"\\;,=";

	private final String text;

	private final List<String> comments = new ArrayList<>();

	private int at;

	FieldScanner(String text) {
		if (text.length() > LONGEST) {
			throw new MalformedField();
		}
		this.text = text;
	}

	/** Another scanner at the same place, to look ahead with. */
	FieldScanner copy() {
		var copy = new FieldScanner(this.text);
		copy.at = this.at;
		return copy;
	}

	boolean atEnd() {
		return this.at >= this.text.length();
	}

	/** The next character, or NUL at the end, which no field may hold. */
	char peek() {
		return atEnd() ? '\0' : this.text.charAt(this.at);
	}

	char next() {
		if (atEnd()) {
			throw new MalformedField();
		}
		return this.text.charAt(this.at++);
	}

	/** Whether white space stands right before what comes next. */
	boolean isBehindABlank() {
		return this.at > 0 && isBlank(this.text.charAt(this.at - 1));
	}

	boolean skip(char wanted) {
		if (atEnd() || peek() != wanted) {
			return false;
		}
		this.at++;
		return true;
	}

	void expect(char wanted) {
		if (!skip(wanted)) {
			throw new MalformedField();
		}
	}

	/** What the comments passed since the last call say. */
	List<String> comments() {
		var passed = List.copyOf(this.comments);
		this.comments.clear();
		return passed;
	}

	void blanks() {
		while (!atEnd()) {
			if (peek() == '(') {
				this.comments.add(comment());
			}
			else if (isBlank(peek())) {
				this.at++;
			}
			else {
				return;
			}
		}
	}

	String quoted() {
		expect('"');
		var words = new StringBuilder();
		while (!skip('"')) {
			skip('\\');
			words.append(printable(next()));
		}
		return words.toString();
	}

	/** Printable ASCII up to a blank or a character with a meaning of its own. */
	String word() {
		var start = this.at;
		while (!atEnd() && peek() > ' ' && peek() < 127 && NOT_IN_A_WORD.indexOf(peek()) < 0) {
			this.at++;
		}
		return this.text.substring(start, this.at);
	}

	/** Letters, digits and what names are joined with, in lower case. */
	String keyword() {
		var start = this.at;
		while (!atEnd() && isNameCharacter(peek())) {
			this.at++;
		}
		if (start == this.at) {
			throw new MalformedField();
		}
		return this.text.substring(start, this.at).toLowerCase(Locale.ROOT);
	}

	/** Everything before that character, which has to be there. */
	String until(char end) {
		var stop = this.text.indexOf(end, this.at);
		if (stop < 0) {
			throw new MalformedField();
		}
		var passed = this.text.substring(this.at, stop);
		this.at = stop + 1;
		return passed;
	}

	/**
	 * Without the white space around it that a field may have (RFC 5322 section 3.2.2);
	 * other white space is a sign like any other.
	 */
	static String bare(String text) {
		var start = 0;
		var end = text.length();
		while (start < end && isBlank(text.charAt(start))) {
			start++;
		}
		while (end > start && isBlank(text.charAt(end - 1))) {
			end--;
		}
		return text.substring(start, end);
	}

	private static boolean isBlank(char character) {
		return character == ' ' || character == '\t';
	}

	static boolean isNameCharacter(char character) {
		return character < 127 && Character.isLetterOrDigit(character) || character == '-' || character == '_';
	}

	private String comment() {
		var words = new StringBuilder();
		var depth = 0;
		do {
			var character = printable(next());
			if (character == '\\') {
				words.append(printable(next()));
				continue;
			}
			depth += (character == '(') ? 1 : (character == ')') ? -1 : 0;
			words.append(character);
			if (depth > DEEPEST_COMMENT) {
				throw new MalformedField();
			}
		}
		while (depth > 0);
		return words.substring(1, words.length() - 1);
	}

	private static char printable(char character) {
		if (character < ' ' && character != '\t' || character == 127) {
			throw new MalformedField();
		}
		return character;
	}

}
