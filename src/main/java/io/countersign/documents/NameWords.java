package io.countersign.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.springframework.core.io.ClassPathResource;

/** What words in the names of files mean, in five languages. */
final class NameWords {

	static final NameWords KNOWN = read("version-words.txt");

	private static final int MONTH_DIGITS = "month".length();

	private static final int SHORTEST_REST = 3;

	private final Map<String, Set<String>> kinds;

	private NameWords(Map<String, Set<String>> kinds) {
		this.kinds = kinds;
	}

	/** It tells a version from another and is no part of the name. */
	boolean isMark(String word) {
		return is("mark", word) || isVersion(word) || isDone(word) || isComment(word);
	}

	/** What counts versions. */
	boolean isVersion(String word) {
		return is("version", word);
	}

	/** What somebody has done with it. */
	boolean isDone(String word) {
		return is("done", word);
	}

	boolean isComment(String word) {
		return is("comment", word);
	}

	/** Between what was done and who has done it. */
	boolean isBy(String word) {
		return is("by", word);
	}

	boolean isAnd(String word) {
		return is("and", word);
	}

	/** Before a mark it joins, as the m. of "m. rettelser". */
	boolean isShort(String word) {
		return is("short", word);
	}

	/** The time of a day stands behind it. */
	boolean isClock(String word) {
		return is("clock", word);
	}

	/** Without the mark it may end with; the word itself where it has none. */
	String beforeEnding(String word) {
		return this.kinds.getOrDefault("ending", Set.of())
			.stream()
			.filter((ending) -> word.endsWith(ending) && word.length() >= ending.length() + SHORTEST_REST)
			.findFirst()
			.map((ending) -> word.substring(0, word.length() - ending.length()))
			.orElse(word);
	}

	/** It says nothing of what the file is about. */
	boolean isGeneric(String word) {
		return is("generic", word);
	}

	/** There are many of these, all called the same. */
	boolean isSeries(String word) {
		return is("series", word);
	}

	boolean isSmall(String word) {
		return is("small", word);
	}

	Optional<Integer> month(String word) {
		return this.kinds.entrySet()
			.stream()
			.filter((kind) -> kind.getKey().startsWith("month") && kind.getValue().contains(word))
			.map((kind) -> Integer.valueOf(kind.getKey().substring(MONTH_DIGITS)))
			.findFirst();
	}

	/**
	 * Small letters of one alphabet, so that a name without its dots is the same name.
	 */
	static String folded(String text) {
		var latin = new StringBuilder(text.length());
		Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).chars().forEach((letter) -> {
			switch (letter) {
				case 'æ', 'ä' -> latin.append("ae");
				case 'ø', 'ö' -> latin.append("oe");
				case 'å' -> latin.append("aa");
				case 'ü' -> latin.append("ue");
				case 'ß' -> latin.append("ss");
				default -> latin.append((char) letter);
			}
		});
		var plain = new StringBuilder(latin.length());
		Normalizer.normalize(latin, Normalizer.Form.NFD)
			.chars()
			.filter((letter) -> Character.getType(letter) != Character.NON_SPACING_MARK)
			.forEach((letter) -> plain.append((char) letter));
		return plain.toString();
	}

	private boolean is(String kind, String word) {
		return this.kinds.getOrDefault(kind, Set.of()).contains(word);
	}

	private static NameWords read(String file) {
		try {
			var kinds = new HashMap<String, Set<String>>();
			new ClassPathResource(file, NameWords.class).getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map((line) -> line.strip().split(" "))
				.forEach((words) -> {
					for (var at = 1; at < words.length; at++) {
						kinds.computeIfAbsent(words[0], (_) -> new HashSet<>()).add(words[at]);
					}
				});
			return new NameWords(kinds);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
