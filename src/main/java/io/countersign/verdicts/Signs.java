package io.countersign.verdicts;

import java.util.regex.Pattern;

/**
 * Signs among words that may turn them, or mark them as nobody's own. A reader of phrases
 * passes over what is no word, and a person does not.
 */
final class Signs {

	/** Question marks of other scripts, and what some set in front of a sentence. */
	private static final String ASKING = "[\\u037E\\u00BF\\u061F\\u2E2E\\u203D\\u2047-\\u2049\\u2753\\u2754\\uFF1F]";

	private static final String NOT = "[\\p{Sm}&&[^+=<>~|±×÷−→←↔≤≥≈·√∞]]|(?<![\\p{L}\\p{N}\\p{P}])!(?=\\p{L})";

	private static final String BOX = "[\\u2610-\\u2612\\u25A1\\u25FB\\u25FD\\u2B1C\\u2B1B]|\\[ ?\\]";

	/** What moves a cursor or the order of letters. */
	private static final String CONTROL = "[\\p{Cc}&&[^\\t\\n\\r]]|[\\u202A-\\u202E\\u2066-\\u2069]";

	private static final String FORM = "[:\\p{L}][ \\t]*+_{3,}|:[ \\t]*+(?:\\.{3,}|…)[ \\t]*+(?:$|\\R)";

	private static final String CODE = "[{}`]|/\\*|\\*/|<[!/]?\\p{L}[^>@:./]*+>|<!--|\\[/?(?:quote|code|strike|s)\\]";

	private static final String STRUCK = "(?<!\\S)(-{1,3}|~)(?=\\p{L})[\\p{L} ]{2,60}(?<=\\p{L})\\1(?!\\S)";

	/** Older words, in signs that only people take for those of a quote. */
	private static final String QUOTED = "(?:^|\\R)[ \\t]*+(?:[\\uFF1E\\u2502\\u2503\\u00A6\\u276F]"
			+ "|[\\u203A\\u00BB](?![^\\r\\n\\u00AB\\u2039]*+[\\u00AB\\u2039]))";

	/** Lines through a letter; some of them make one of many struck. */
	private static final String OVERLAID = "(?<=[\\p{L}\\p{M}])[\\u0334-\\u0338\\u20D2\\u20D3\\u20E5\\u20EB]";

	private static final String MARKS = "[\"\\u201C-\\u201F\\u00AB\\u00BB\\u2039\\u203A]";

	/** As phones tell that somebody has put a sign to another mail or message. */
	private static final String REACTION = "(?i:^\\s*+(?:liked|loved|laughed at|emphasi[sz]ed|disliked|questioned"
			+ "|reacted \\S+ to|syntes? (?:godt|ikke) om|elskede|grinede ad|fremhævede))\\h++" + MARKS;

	/** A smile that says that something is not meant so. */
	private static final String WINK = ";-?[)D]|[\\x{1F609}\\x{1F61C}\\x{1F61D}\\x{1F92A}]";

	private static final String FAR = "[ \\t\\u00A0]{80}|(?:[ \\t\\u00A0]*+\\R){25}";

	private static final Pattern TURNING = Pattern.compile(
			String.join("|", ASKING, NOT, BOX, CONTROL, FORM, CODE, STRUCK, OVERLAID, QUOTED, REACTION, WINK, FAR));

	private static final Pattern AROUND = Pattern.compile("^(?:\\h|" + MARKS + ")++|(?:[\\h.!]|" + MARKS + ")++$");

	private Signs() {
	}

	static boolean mayTurn(String text) {
		return TURNING.matcher(text).find();
	}

	/**
	 * Whether all words of a passage stand between quotation marks: somebody says them.
	 */
	static boolean areQuoted(String text, String words) {
		var bare = AROUND.matcher(words).replaceAll("");
		return Pattern.compile(MARKS + "\\h*+" + Pattern.quote(bare) + "[\\h.!]*+" + MARKS).matcher(text).find();
	}

}
