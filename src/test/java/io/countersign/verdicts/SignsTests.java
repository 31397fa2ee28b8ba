package io.countersign.verdicts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Signs among words, which a reader of phrases passes over. */
class SignsTests {

	@ParameterizedTest
	@ValueSource(strings = { "¬ approved", "≠ approved", "!approved", "☐ Godkendt", "[ ] Godkendt", "Godkendt？",
			"¿Godkendt", "Godkendt⁉", "Godkendt\u037E", "Godkendt: ____", "Godkendt: ....", "{{Godkendt}}",
			"<Godkendt>", "<!-- Godkendt -->", "`Godkendt`", "[quote]Godkendt[/quote]", "-Godkendt-", "--Godkendt--",
			"› Godkendt", "Tak\n» Godkendt", "＞ Godkendt", "Tak\fGodkendt", "Ikke\b\b\b\bGodkendt", "/* Godkendt */",
			"Liked \"Godkendt\"", "Syntes godt om “Godkendt”", "\u202Etdnekdog ekki\u202C", "G\u0338odkendt",
			"Godkendt\u0301\u0336" })
	void VA_17_aSignThatMayTurnTheWordsIsSeen(String text) {
		assertThat(Signs.mayTurn(text)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Godkendt!", "Godkendt!! Tak.", "Godkendt :-) 👍", "- Godkendt", "*Godkendt*",
			"_Godkendt_", "Godkendt...", "Beløb < 500 kr. – godkendt", "Ja, se <https://min.example/a>",
			"Godkendt <image001.png>", "»Udkast 2« er godkendt", "(Godkendt)", "Godkendt\n\n\nAnna", "Punkt 1 + 2: ok",
			"Godkendt → send den", "5 % rabat & fri fragt: ok" })
	void VA_17_whatPeopleWriteBesideTheirWordsIsNone(String text) {
		assertThat(Signs.mayTurn(text)).isFalse();
	}

	@Test
	void VA_17_wordsFarBelowAreSeenByNobody() {
		assertThat(Signs.mayTurn("Tak for mailen" + "\n".repeat(60) + "Godkendt")).isTrue();
		assertThat(Signs.mayTurn("Tak for mailen" + " ".repeat(200) + "Godkendt")).isTrue();
	}

	@Test
	void IN_11_hostileTextIsReadInAMoment() {
		var text = ("\n" + " ".repeat(79)).repeat(5_000) + "-a ".repeat(50_000) + "<a".repeat(50_000);

		assertThat(Signs.mayTurn(text)).isTrue();
		assertThat(Signs.mayTurn("-a ".repeat(50_000) + "_a".repeat(50_000))).isFalse();
	}

}
