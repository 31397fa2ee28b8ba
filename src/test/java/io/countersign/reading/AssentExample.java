package io.countersign.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.countersign.reading.LinearTraining.Example;

/**
 * A sentence of an answer, {@code language|+ or -|words|what was asked}: a plus where it
 * says yes to all of what was asked, and nothing else.
 */
record AssentExample(String language, boolean isAssent, String words, String asked) {

	private static final Path FILE = Path.of("src/test/resources/readings/assents.txt");

	static List<AssentExample> all() {
		try (var lines = Files.lines(FILE)) {
			return lines.filter((line) -> !line.isBlank() && !line.startsWith("#")).map(AssentExample::of).toList();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static AssentExample of(String line) {
		var fields = line.split("\\|", -1);
		return new AssentExample(fields[0], fields[1].equals("+"), fields[2], fields[3]);
	}

	Words asWords() {
		return Words.of(this.words, 0, this.words.length(), Words.stemsOf(this.asked));
	}

	Example asExample() {
		return new Example(
				NamedFeatures.of((features) -> AssentFeatures.add(asWords(), Glossary.of(this.language), features)),
				this.isAssent);
	}

}
