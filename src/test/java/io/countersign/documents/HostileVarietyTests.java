package io.countersign.documents;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.countersign.documents.extraction.ReadingLimits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a file is, what comes out of it stays within bounds, and the next one is read.
 */
@Execution(ExecutionMode.CONCURRENT)
class HostileVarietyTests {

	private static final ReadingLimits LIMITS = ReadingLimits.DEFAULT;

	private static final ReadingRoom ROOM = new ReadingRoom(ReadingRoom.patientFor(Duration.ofMinutes(2)));

	static Stream<Sample> hostile() {
		return HostileVariety.all();
	}

	@AfterAll
	static void close() {
		ROOM.close();
	}

	@ParameterizedTest
	@MethodSource("hostile")
	void AT_02_whatComesOutOfAHostileFileStaysWithinBounds(Sample file) {
		try (var outcome = ROOM.read(file)) {
			assertThat(outcome.fact("type")).isPresent();
			assertThat(outcome.text().length()).isLessThanOrEqualTo(LIMITS.characters());
			assertThat(outcome.text()).doesNotContainPattern("[\\u0000\\u202A-\\u202E\\u2066-\\u2069]");
			assertThat(outcome.files()).hasSizeLessThanOrEqualTo(LIMITS.files());
			assertThat(outcome.files().stream().mapToLong((one) -> one.content().size()).sum())
				.isLessThanOrEqualTo(Math.max(1 << 20, (long) file.bytes().length * LIMITS.ratio()));
			assertThat(shown(outcome)).allSatisfy((name) -> assertThat(name).hasSizeLessThanOrEqualTo(120)
				.doesNotContainPattern("[\\p{Cntrl}/\\\\\\u202E]"));
			assertThat(outcome.files()).allSatisfy((one) -> assertThat(FileName.path(one.path())).doesNotContain("..")
				.doesNotStartWith("/")
				.doesNotContainPattern("[\\p{Cntrl}\\u202E]"));
		}
		try (var outcome = ROOM.read("note.txt", "text/plain", "Det næste".getBytes(StandardCharsets.UTF_8))) {
			assertThat(outcome.text()).isEqualTo("Det næste");
		}
	}

	@Test
	void thereAreMoreThanFortyOfThem() {
		assertThat(hostile()).hasSizeGreaterThan(50).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@CsvSource({ "page-and-print.pdf, page-and-print.pdf.html", "program.docx, program.docx.jar",
			"program.hta, program.hta.html", "script, script.sh" })
	void AT_06_whatLiesAboutItsTypeIsShownWithTheOneItHas(String name, String shown) {
		var file = hostile().filter((one) -> one.name().equals(name)).findFirst().orElseThrow();

		try (var outcome = ROOM.read(file)) {
			assertThat(FileName.ofType(name, outcome.fact("type").orElseThrow())).isEqualTo(shown);
		}
	}

	@ParameterizedTest
	@CsvSource({ "broken.xz, damaged: broken", "broken.Z, damaged: broken", "bomb.gz, too large: bomb" })
	void AT_04_whatWasLeftOutSaysWhy(String name, String why) {
		var file = hostile().filter((one) -> one.name().equals(name)).findFirst().orElseThrow();

		try (var outcome = ROOM.read(file)) {
			assertThat(outcome.remarks()).contains("A file in it was left out, because it is " + why);
		}
	}

	private static List<String> shown(Outcome outcome) {
		return outcome.files().stream().flatMap((one) -> FileName.cleaned(one.writtenName()).stream()).toList();
	}

}
