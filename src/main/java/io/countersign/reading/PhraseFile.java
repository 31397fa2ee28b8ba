package io.countersign.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The lines of a language's file: a section in square brackets on a line of its own, then
 * one phrase a line.
 */
record PhraseFile(List<String> lines) {

	PhraseFile {
		lines = List.copyOf(lines);
	}

	static PhraseFile of(String folder, String code) {
		try (var file = PhraseFile.class.getResourceAsStream(folder + "/" + code + ".txt")) {
			if (file == null) {
				throw new IllegalStateException("There is no file of %s for %s".formatted(folder, code));
			}
			var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
			return new PhraseFile(text.lines().map(String::strip).toList());
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	static Stream<PhraseFile> ofAllLanguages() {
		return Arrays.stream(Language.values()).map((language) -> of("phrases", language.code()));
	}

	/** The words of a section that is a list of single words. */
	Stream<String> words(String section) {
		return this.lines.stream()
			.dropWhile((line) -> !line.equals("[" + section + "]"))
			.skip(1)
			.takeWhile((line) -> !line.startsWith("["))
			.flatMap((line) -> Arrays.stream(line.split("\\s+")))
			.filter((word) -> !word.isEmpty());
	}

}
