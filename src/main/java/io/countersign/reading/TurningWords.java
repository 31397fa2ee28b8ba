package io.countersign.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words that turn a meaning in some language. People mix languages, so no phrase of one
 * may take such a word of another for a mere name of what was asked.
 */
final class TurningWords {

	/** A shorter word is too often another word elsewhere: "men", "om", "under". */
	private static final int LONG = 4;

	private static final Set<String> OF_ALL_LANGUAGES = read();

	private TurningWords() {
	}

	static Set<String> ofAllLanguages() {
		return OF_ALL_LANGUAGES;
	}

	private static Set<String> read() {
		var words = new HashSet<String>();
		for (var language : Language.values()) {
			lines(language.code()).dropWhile((line) -> !line.equals("[turning]"))
				.skip(1)
				.takeWhile((line) -> !line.startsWith("["))
				.flatMap((line) -> Arrays.stream(line.split("\\s+")))
				.filter((word) -> word.length() >= LONG)
				.forEach(words::add);
		}
		return Set.copyOf(words);
	}

	private static Stream<String> lines(String code) {
		try (var file = TurningWords.class.getResourceAsStream("phrases/" + code + ".txt")) {
			return (file == null) ? Stream.of() : new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

}
