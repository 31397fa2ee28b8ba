package io.countersign.reading;

import java.lang.Character.UnicodeScript;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The alphabets words are written in. Cyrillic and Greek have letters that look like
 * Latin ones (UTS #39, Unicode Security Mechanisms): nobody types both in one word.
 */
final class Alphabets {

	private static final Set<UnicodeScript> ALIKE = Set.of(UnicodeScript.CYRILLIC, UnicodeScript.GREEK,
			UnicodeScript.ARMENIAN, UnicodeScript.CHEROKEE);

	private static final Pattern WORD = Pattern.compile("\\p{L}{2,}+");

	/** Below it stands no letter that looks like a Latin one. */
	private static final char FIRST_ALIKE = '\u0370';

	private Alphabets() {
	}

	/** Whether a word has letters of two alphabets that look alike. */
	static boolean areMixedIn(String text) {
		return text.chars().anyMatch((c) -> c >= FIRST_ALIKE)
				&& WORD.matcher(text).results().anyMatch((word) -> isMixed(word.group()));
	}

	private static boolean isMixed(String word) {
		return has(word, Set.of(UnicodeScript.LATIN)) && has(word, ALIKE);
	}

	private static boolean has(String word, Set<UnicodeScript> scripts) {
		return word.codePoints().mapToObj(UnicodeScript::of).anyMatch(scripts::contains);
	}

}
