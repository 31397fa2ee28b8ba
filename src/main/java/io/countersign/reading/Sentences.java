package io.countersign.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import com.ibm.icu.text.BreakIterator;

/** Splits newly written words into sentences, and a sentence at its commas. */
final class Sentences {

	private static final Set<String> SHORT_FORMS = Set.of("kl", "v", "nr", "d", "ca", "pkt", "stk", "jf", "bl.a",
			"f.eks", "evt", "vedr", "mr", "mrs", "ms", "dr", "st", "vs", "e.g", "i.e", "t.ex", "bl", "z.b", "str", "hr",
			"fr", "mio", "mia", "mill", "ekskl", "inkl", "exkl", "excl", "incl", "resp", "spm", "alm", "tlf", "abs",
			"art", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "oct", "nov", "dec", "dez");

	private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");

	private static final String SPACE = " \t\n\u000b\f\r";

	/** A short form begins in its own line. */
	private static final String LINE_ENDS = "\n\r\u0085\u2028\u2029";

	/** "Option 2." ends a sentence, where "den 2." goes on. */
	private static final Pattern COUNTED = Pattern
		.compile("(?iu).*(^|\\s)(option|version|model|para|paragraph|section|page|scenario)\\s\\d{1,3}\\.\\s*");

	/** "No. 5": a no that refuses ends there. */
	private static final Pattern BEFORE_A_NUMBER = Pattern.compile("(?iu).*(^|[\\s(])no\\.\\s*");

	private static final Pattern BEFORE_A_SMALL_LETTER = Pattern.compile("(?iu).*\\d\\s?kr\\.\\s*");

	private static final int LONGEST_FORM = 20;

	private final BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);

	/** The sentences of a text, without the white space around them. */
	List<Span> of(String text) {
		var found = new ArrayList<Span>();
		for (var line : paragraphs(text)) {
			split(text, line, found);
		}
		return found;
	}

	/** The words of each sentence. */
	static List<Words> words(String text, Set<String> asked) {
		return new Sentences().of(text)
			.stream()
			.map((sentence) -> Words.of(text, sentence.start(), sentence.end(), asked))
			.toList();
	}

	/** A line goes on where the next one begins with a small letter. */
	private static List<Span> paragraphs(String text) {
		var found = new ArrayList<Span>();
		var start = 0;
		for (var at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
			if (!goesOn(text, at)) {
				found.add(new Span(start, at));
				start = at + 1;
			}
		}
		found.add(new Span(start, text.length()));
		return found;
	}

	private static boolean goesOn(String text, int newline) {
		var before = newline - 1;
		while (before >= 0 && text.charAt(before) == ' ') {
			before--;
		}
		var after = newline + 1;
		return before >= 0 && after < text.length() && Character.isLowerCase(text.charAt(after))
				&& ".!?:;\n".indexOf(text.charAt(before)) < 0;
	}

	private void split(String text, Span line, List<Span> found) {
		var words = text.substring(line.start(), line.end());
		this.breaks.setText(words);
		var start = 0;
		for (var end = this.breaks.next(); end != BreakIterator.DONE; end = this.breaks.next()) {
			var isLast = end == words.length();
			if (isLast || !isShortForm(words, start, end)) {
				add(text, line.start() + start, line.start() + end, found);
				start = end;
			}
		}
	}

	private static boolean isShortForm(String text, int start, int end) {
		var form = text.substring(Math.max(start, end - LONGEST_FORM), end);
		if (!form.stripTrailing().endsWith(".")) {
			return false;
		}
		if (endsInShortForm(form)) {
			return !COUNTED.matcher(form).matches() || !Character.isUpperCase(behind(text, end));
		}
		return (Character.isDigit(behind(text, end)) && BEFORE_A_NUMBER.matcher(form).matches())
				|| (Character.isLowerCase(behind(text, end)) && BEFORE_A_SMALL_LETTER.matcher(form).matches());
	}

	/** This is asked of the end of every sentence, so no expression is tried. */
	private static boolean endsInShortForm(String text) {
		var dot = text.length() - 1;
		while (dot >= 0 && isOneOf(SPACE, text.charAt(dot))) {
			dot--;
		}
		var from = dot;
		while (from > 0 && text.charAt(from - 1) != '(' && !isOneOf(SPACE, text.charAt(from - 1))) {
			from--;
		}
		return from < dot && text.charAt(dot) == '.' && isShort(text.substring(from, dot).toLowerCase(Locale.ROOT))
				&& text.chars().limit(Math.max(0, from - 1)).noneMatch((c) -> isOneOf(LINE_ENDS, c));
	}

	private static boolean isShort(String word) {
		return SHORT_FORMS.contains(word) || NUMBER.matcher(word).matches();
	}

	private static boolean isOneOf(String signs, int c) {
		return signs.indexOf(c) >= 0;
	}

	private static char behind(String text, int end) {
		var at = end;
		while (at < text.length() && text.charAt(at) == ' ') {
			at++;
		}
		return (at < text.length()) ? text.charAt(at) : ' ';
	}

	private static void add(String text, int from, int to, List<Span> found) {
		var line = Body.Line.of(text, from, to, Body.Line.Origin.UNMARKED);
		if (!line.isBlank()) {
			found.add(new Span(line.start(), line.end()));
		}
	}

	/** The pieces between commas, dashes, brackets and colons. */
	static List<Span> pieces(String text, Span sentence) {
		var found = new ArrayList<Span>();
		var start = sentence.start();
		for (var at = start; at < sentence.end(); at++) {
			if (isCut(text, at, sentence.end())) {
				add(text, start, at, found);
				start = at + 1;
			}
		}
		add(text, start, sentence.end(), found);
		return found;
	}

	private static boolean isCut(String text, int at, int end) {
		var c = text.charAt(at);
		var free = at + 1 == end || Character.isWhitespace(text.charAt(at + 1));
		return switch (c) {
			case ';', '(', ')', '–', '—', '!', '…' -> true;
			case ',', ':' -> free;
			case '.' -> free && at + 1 < end && !isShortForm(text, 0, at + 1);
			case '-' -> free && (at == 0 || Character.isWhitespace(text.charAt(at - 1)));
			default -> false;
		};
	}

}
