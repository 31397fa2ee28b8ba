package io.countersign.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.countersign.documents.extraction.ReadingLimits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The box that the operations manual shows is one in which files are read. */
class BubblewrapTests {

	private static final String SETTING = "countersign.extraction.confinement: [";

	private static final String DIRECTORY = "/var/lib/countersign/tmp";

	@Test
	void AT_01_filesAreReadInTheBoxOfTheManual() throws IOException, InterruptedException {
		var box = box();
		// Debian has it as a package of its own, and containers often forbid namespaces.
		assumeTrue(runs(box), "There is no bwrap here, or the platform lets it make no namespaces");
		var settings = new ExtractionProperties(true, 1, Duration.ofMillis(200), box, ReadingLimits.DEFAULT);

		try (var room = new ReadingRoom(settings)) {
			for (var prose : List.of(Prose.DA, Prose.EN)) {
				try (var outcome = room.read("notat.docx", "", Making.docx(prose))) {
					assertThat(outcome.problem()).isEmpty();
					assertThat(outcome.text()).contains(prose.sentence());
				}
			}
			try (var outcome = room.read("notat.pdf", "", Making.pdf(Prose.DA))) {
				assertThat(outcome.problem()).isEmpty();
			}
		}
	}

	/** As it stands there, with the directory that this test has. */
	private static List<String> box() throws IOException {
		var line = Files.readAllLines(Path.of("src", "docs", "operations.md"))
			.stream()
			.filter((one) -> one.strip().startsWith(SETTING))
			.findFirst()
			.orElseThrow()
			.strip();
		return Stream.of(line.substring(SETTING.length(), line.length() - 1).split(", "))
			.map((word) -> word.replace(DIRECTORY, System.getProperty("java.io.tmpdir")))
			.toList();
	}

	private static boolean runs(List<String> box) throws InterruptedException {
		try {
			var process = new ProcessBuilder(Stream.concat(box.stream(), Stream.of("true")).toList())
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
