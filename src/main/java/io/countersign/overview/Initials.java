package io.countersign.overview;

import java.util.Arrays;
import java.util.Locale;

/** The two letters that stand for a person on a tile. */
public final class Initials {

	private Initials() {
	}

	public static String of(String name) {
		var words = Arrays.stream(name.strip().split("[\\s._-]+")).filter((word) -> !word.isEmpty()).toList();
		if (words.isEmpty()) {
			return "?";
		}
		var first = letter(words.getFirst());
		return (words.size() > 1) ? first + letter(words.getLast()) : first;
	}

	private static String letter(String word) {
		return word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
	}

}
