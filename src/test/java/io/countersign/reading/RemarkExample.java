package io.countersign.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.countersign.reading.LinearTraining.Example;

/**
 * What somebody wrote beside a yes, {@code language|+ or -|words}: a plus where it left
 * the yes as it was.
 */
record RemarkExample(String language, boolean isHarmless, String words) {

	private static final Path FILE = Path.of("src/test/resources/readings/remarks.txt");

	static List<RemarkExample> all() {
		try (var lines = Files.lines(FILE)) {
			return lines.filter((line) -> !line.isBlank() && !line.startsWith("#")).map(RemarkExample::of).toList();
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static RemarkExample of(String line) {
		var fields = line.split("\\|", -1);
		return new RemarkExample(fields[0], fields[1].equals("+"), fields[2]);
	}

	Example asExample() {
		return new Example(
				NamedFeatures.of((features) -> RemarkFeatures.add(asWords(), Glossary.of(this.language), features)),
				this.isHarmless);
	}

	Words asWords() {
		return Words.of(this.words);
	}

}
