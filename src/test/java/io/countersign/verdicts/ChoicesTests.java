package io.countersign.verdicts;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.countersign.support.CpuTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which of several a text names. */
class ChoicesTests {

	private static final int LENGTH = 300_000;

	/** How the patterns begin, go on, and nearly end. */
	private static final List<String> PARTS = List.of("version ", "option ", "options A, ", "1.2", ".0", "v1 ", "B or ",
			" ", "nr. ", "plan ");

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
			Version 2 er godkendt | version 2
			Godkendt, V2 | version 2
			Udkastet 2 | version 2
			Version nr. 2 er godkendt | version 2
			Version no 2 approved | version 2
			Version #2 approved | version 2
			Version-2 er godkendt | version 2
			Version_2 er godkendt | version 2
			Version (2) | version 2
			Version 2.0 er godkendt | version 2
			Version 2.1 er godkendt. | version 2.1
			Version to er godkendt | version 2
			Version two is approved | version 2
			Udkast B er godkendt | version b
			Versions 1 and 2 | version 1; version 2
			Option B | option b
			Option b approved | option b
			Option two | option 2
			Valgmulighed "2" | option 2
			Løsning 2 godkendt | option 2
			Løsningsforslag 3 | option 3
			Mulighederne 1 og 2 | option 1; option 2
			Options A, B or C | option a; option b; option c
			Options A, B, or C | option a; option b; option c
			Plan B | option b""")
	void aNumberOrALetterTellsApart(String words, String choices) {
		assertThat(Choices.in(words)).isEqualTo(Arrays.stream(choices.split("; ")).collect(Collectors.toSet()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Det forslag Søren har lavet", "Forslag Gørtz", "Option I like", "The option a board has",
			"Forslag d. 3. maj", "Forslag f.eks. om det", "Budgetforslag 2027", "Forslag 2027",
			"The version to approve", "Plan 2", "Versionen er fin", "En anden udgave" })
	void aWordOrAYearTellsNothingApart(String words) {
		assertThat(Choices.in(words)).isEmpty();
	}

	@Test
	void whatIsNamedOnceMoreIsNamedBesideIt() {
		assertThat(Choices.beside("Version 2", "Version 2\n\n> Version 2")).isEqualTo(Set.of("version 2"));
		assertThat(Choices.beside("Version 2", "Version 2\n\n> Version 1")).isEqualTo(Set.of("version 1"));
		assertThat(Choices.beside("Version 2", "Version 2")).isEmpty();
	}

	@Test
	void IN_11_aHostileTextIsLookedThroughInAMoment() {
		for (var one : PARTS) {
			for (var other : PARTS) {
				var text = (one + other).repeat(LENGTH / (one.length() + other.length()));

				assertThat(CpuTime.of(() -> Choices.beside(text, text))).as("%s and %s", one, other)
					.isLessThan(Duration.ofSeconds(5));
			}
		}
	}

}
