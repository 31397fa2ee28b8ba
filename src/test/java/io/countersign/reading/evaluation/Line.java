package io.countersign.reading.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * An answer on one line of a file, {@code trap|verdict|words|part}: what somebody newly
 * wrote, to be dressed as mail programs send it.
 *
 * @param part the condition, who is named, what an older mail says, or what stands in the
 * signature, as the trap has it
 */
record Line(String language, String trap, String verdict, String words, Optional<String> part) {

	static List<Line> of(Path folder) {
		return Stream.of("da", "en", "sv", "nb", "de").flatMap((language) -> of(folder, language)).toList();
	}

	private static Stream<Line> of(Path folder, String language) {
		try {
			return Files.readAllLines(folder.resolve("lines-%s.txt".formatted(language)))
				.stream()
				.filter((line) -> !line.isBlank() && !line.startsWith("#"))
				.map((line) -> of(language, line));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	private static Line of(String language, String line) {
		var fields = line.split("\\|", 4);
		return new Line(language, fields[0], fields[1], fields[2].replace(" // ", "\n"),
				(fields.length > 3) ? Optional.of(fields[3]) : Optional.empty());
	}

	/** A fifth that nobody looks at while phrases are being written. */
	boolean isHeldOut() {
		var hash = new CRC32();
		hash.update((this.language + "|" + this.words + this.part.orElse("")).getBytes(StandardCharsets.UTF_8));
		return hash.getValue() % 5 == 0;
	}

	/** The line in every dress that suits it. */
	Stream<ReplyExample> dressed() {
		return Arrays.stream(Dress.values())
			.filter((dress) -> !(this.trap.equals("quoted") && dress == Dress.BARE))
			.filter((dress) -> !(this.trap.equals("inline") && dress == Dress.HTML))
			.map((dress) -> dress.on(this));
	}

}
