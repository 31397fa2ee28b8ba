package io.countersign.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Puts right what is written with one letter too many, too few, another or in the wrong
 * order: weekdays, months and the like. What would be two of them, or is a word of its
 * own, stays as it is.
 */
final class DateSpelling {

	/** Shorter words are too often others. */
	private static final int SHORTEST = 6;

	private static final int LONGEST = 14;

	private final List<String> wanted;

	private final Set<String> known;

	private final WordMemory<String> corrected = new WordMemory<>(this::find);

	/**
	 * @param wanted the words that are put right
	 * @param known words that are right as they are
	 */
	DateSpelling(Set<String> wanted, Set<String> known) {
		this.wanted = wanted.stream()
			.filter((word) -> word.length() >= SHORTEST && word.indexOf('\'') < 0)
			.sorted()
			.toList();
		this.known = new HashSet<>(known);
		this.known.addAll(wanted);
	}

	String corrected(String word) {
		if (word.length() < SHORTEST - 1 || word.length() > LONGEST || this.known.contains(word)) {
			return word;
		}
		return this.corrected.of(word);
	}

	private String find(String word) {
		@Nullable String only = null;
		for (var right : this.wanted) {
			if (isSlip(word, right)) {
				if (only != null) {
					return word;
				}
				only = right;
			}
		}
		return (only != null) ? only : word;
	}

	private static boolean isSlip(String word, String right) {
		if (Math.abs(word.length() - right.length()) > 1) {
			return false;
		}
		var front = same(word, right, 0);
		var back = sameBehind(word, right, front);
		var left = word.substring(front, word.length() - back);
		var wanted = right.substring(front, right.length() - back);
		if (left.length() == 2 && wanted.length() == 2) {
			return left.charAt(0) == wanted.charAt(1) && left.charAt(1) == wanted.charAt(0);
		}
		return left.length() <= 1 && wanted.length() <= 1 && front > 0
				&& (back > 0 || isEnd(word, right, left, wanted));
	}

	/**
	 * At the end a letter is doubled, or lost from a long word; another one makes another
	 * word.
	 */
	private static boolean isEnd(String word, String right, String left, String wanted) {
		return wanted.isEmpty() ? left.charAt(0) == right.charAt(right.length() - 1)
				: left.isEmpty() && word.length() >= SHORTEST;
	}

	private static int same(String word, String right, int from) {
		var front = from;
		while (front < Math.min(word.length(), right.length()) && word.charAt(front) == right.charAt(front)) {
			front++;
		}
		return front;
	}

	private static int sameBehind(String word, String right, int front) {
		var back = 0;
		while (back < Math.min(word.length(), right.length()) - front
				&& word.charAt(word.length() - 1 - back) == right.charAt(right.length() - 1 - back)) {
			back++;
		}
		return back;
	}

}
