package io.countersign.reading.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How much two texts share, whatever the order. */
final class Overlap {

	private Overlap() {
	}

	static double ofCharacters(String expected, String actual) {
		return f1(letters(expected), letters(actual));
	}

	static double ofWords(String expected, String actual) {
		return f1(words(expected), words(actual));
	}

	private static double f1(List<String> expected, List<String> actual) {
		if (expected.isEmpty() || actual.isEmpty()) {
			return expected.equals(actual) ? 1 : 0;
		}
		Map<String, Integer> left = new HashMap<>();
		expected.forEach((part) -> left.merge(part, 1, Integer::sum));
		var common = 0;
		for (var part : actual) {
			if (left.merge(part, -1, Integer::sum) >= 0) {
				common++;
			}
		}
		return 2.0 * common / (expected.size() + actual.size());
	}

	private static List<String> letters(String text) {
		return text.codePoints().filter((c) -> !Character.isWhitespace(c)).mapToObj(Character::toString).toList();
	}

	private static List<String> words(String text) {
		return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}§%]+"))
			.filter((word) -> !word.isEmpty())
			.toList();
	}

}
