package io.countersign.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts right what thumbs do to the few words that matter most: the section
 * {@code misspelt} of each language names them. A word any file knows is never changed,
 * nor one that differs in its last letter, which is often another form of the word.
 */
final class Spelling {

	private static final Pattern WORD = Pattern.compile("[\\p{L}']{2,}");

	private static final Pattern STRETCHED = Pattern.compile("(\\p{L})\\1{2,}");

	/** A letter of another alphabet that looks like ours is no slip of a thumb. */
	private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin}\\P{L}]++");

	private static final int LONGEST = 24;

	private static final int SHORTEST = 6;

	private static final Set<String> KNOWN = known();

	private static final Map<Character, List<String>> WANTED = wanted();

	private Spelling() {
	}

	private static Set<String> known() {
		var words = new HashSet<String>();
		PhraseFile.ofAllLanguages()
			.flatMap((file) -> file.lines().stream())
			.forEach((line) -> WORD.matcher(line).results().forEach((word) -> words.add(word.group())));
		return Set.copyOf(words);
	}

	private static Map<Character, List<String>> wanted() {
		var words = new HashMap<Character, List<String>>();
		PhraseFile.ofAllLanguages()
			.flatMap((file) -> file.words("misspelt"))
			.distinct()
			.forEach((word) -> words.merge(word.charAt(0), List.of(word),
					(some, more) -> Stream.concat(some.stream(), more.stream()).toList()));
		return Map.copyOf(words);
	}

	static String corrected(String word) {
		if (word.length() < 2 || word.length() > LONGEST || KNOWN.contains(word)) {
			return word;
		}
		var once = isStretched(word) ? STRETCHED.matcher(word).replaceAll("$1") : word;
		if (KNOWN.contains(once)) {
			return once;
		}
		return (word.length() < SHORTEST - 1 || !LATIN.matcher(word).matches()) ? word : unslipped(word);
	}

	private static boolean isStretched(String word) {
		for (var i = 2; i < word.length(); i++) {
			if (word.charAt(i) == word.charAt(i - 1) && word.charAt(i) == word.charAt(i - 2)) {
				return true;
			}
		}
		return false;
	}

	private static String unslipped(String word) {
		for (var wanted : WANTED.getOrDefault(word.charAt(0), List.of())) {
			if (isSlip(word, wanted)) {
				return wanted;
			}
		}
		return word;
	}

	/** One letter too many, too few, another or in the wrong order. */
	private static boolean isSlip(String word, String wanted) {
		var last = wanted.charAt(wanted.length() - 1);
		if (word.charAt(word.length() - 1) != last || Math.abs(word.length() - wanted.length()) > 1) {
			return false;
		}
		var front = 0;
		while (front < Math.min(word.length(), wanted.length()) && word.charAt(front) == wanted.charAt(front)) {
			front++;
		}
		var back = 0;
		while (back < Math.min(word.length(), wanted.length()) - front
				&& word.charAt(word.length() - 1 - back) == wanted.charAt(wanted.length() - 1 - back)) {
			back++;
		}
		var left = word.substring(front, word.length() - back);
		var right = wanted.substring(front, wanted.length() - back);
		return (left.length() <= 1 && right.length() <= 1)
				|| (left.length() == 2 && new StringBuilder(left).reverse().toString().equals(right));
	}

}
