package io.countersign.overview;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The words of a search, taken apart.
 *
 * @param phrase the words as they would stand in a text, where there are several
 * @param quoted several words that must stand side by side
 */
record Terms(Optional<String> phrase, Optional<String> quoted, Optional<String> sha256) {

	private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

	private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}]+(?:[^\\p{L}\\p{N}\\s]+[\\p{L}\\p{N}]+)+");

	private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

	static Terms of(String words) {
		var lower = words.toLowerCase(Locale.ROOT);
		var quoted = quoted(lower);
		return new Terms(isInARow(lower) ? several(lower) : quoted, quoted,
				Optional.of(lower).filter(SHA256.asMatchPredicate()));
	}

	/** Where a word must not be there, or one of two, no text has them side by side. */
	private static boolean isInARow(String words) {
		return Stream.of(words.split("\\s+")).noneMatch((word) -> word.startsWith("-") || word.equals("or"));
	}

	/** The longest that every hit must have. */
	private static Optional<String> quoted(String words) {
		var pieces = words.split("\"", -1);
		if (pieces.length % 2 == 0 || Arrays.asList(NO_WORD.split(words)).contains("or")) {
			return Optional.empty();
		}
		return IntStream.range(0, pieces.length / 2)
			.filter((pair) -> !pieces[2 * pair].endsWith("-"))
			.mapToObj((pair) -> several(pieces[2 * pair + 1]))
			.flatMap(Optional::stream)
			.max(Comparator.comparingInt(String::length));
	}

	/**
	 * The words as names are kept, in which signs part words: {@code notat_v2.docx} is
	 * three of them side by side.
	 */
	static String name(String words) {
		var pieces = words.split("\"", -1);
		return IntStream.range(0, pieces.length)
			.mapToObj((number) -> (number % 2 == 0) ? NAME.matcher(pieces[number]).replaceAll(Terms::sideBySide)
					: NO_WORD.matcher(pieces[number]).replaceAll(" "))
			.collect(Collectors.joining("\""));
	}

	private static String sideBySide(MatchResult name) {
		return "\"%s\"".formatted(NO_WORD.matcher(name.group()).replaceAll(" "));
	}

	private static Optional<String> several(String words) {
		var plain = NO_WORD.matcher(words).replaceAll(" ").strip();
		return plain.contains(" ") ? Optional.of(plain) : Optional.empty();
	}

	/**
	 * For a text search of names and addresses: words that begin so, one behind the
	 * other.
	 */
	static String beginnings(String person) {
		var plain = NO_WORD.matcher(person.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
		return "'" + plain.replace(" ", "':* <-> '") + "':*";
	}

}
