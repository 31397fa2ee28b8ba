package io.countersign.reading;

import java.util.Set;

import io.countersign.reading.VerdictReading.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReceiversTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			da | Ryger videre til Kirsten, det hører under hende. | Kirsten
			da | Tak for din mail. Jeg er inhabil. Derfor har jeg overdraget den til Vibeke Lund. | Vibeke Lund
			da | spørg ejvind | ejvind
			en | I'll leave this one to Priya. | Priya
			en | I've asked Kwame to give you an answer by Wednesday. | Kwame
			en | Dear Tom, Dr Whitcombe decides on all clinical matters. | Dr Whitcombe
			sv | Ta det med Kerstin Wall på förvaltningen. | Kerstin Wall
			nb | Dette hører til hos Ragnhild, spør henne. | Ragnhild
			de | Die Entscheidung trifft Frau Lehmann. | Frau Lehmann
			""")
	void whoeverIsToDealWithItIsNamed(String language, String words, String name) {
		assertThat(new Receivers(Phrasebook.of(language)).in(words))
			.hasValueSatisfying((who) -> assertThat(who).contains(name));
	}

	@Test
	void aPronounNamesNobody() {
		var receivers = new Receivers(Phrasebook.of("da"));

		assertThat(receivers.isNobody("dem")).isTrue();
		assertThat(receivers.isNobody("Clara")).isFalse();
	}

	@Test
	void whatIsOnlyThankedWeighsLessThanWhoIsAsked() {
		var receivers = new Receivers(Phrasebook.of("en"));

		assertThat(weight(receivers, "Thanks to Olivia.")).isLessThan(weight(receivers, "Please ask Olivia."));
		assertThat(weight(receivers, "That is fine.")).isZero();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Kan du ikke lige vende det med Bodil? Det er hende der har budgettet. | Bodil
			Den må du gerne tage herfra, Pernille | ''
			""")
	void whatHandsAMatterOnApprovesNothing(String words, String name) {
		var verdict = new Reader().read(Mail.ofText("", words).answering("Kan du godkende indkøbet?")).verdict();

		assertThat(verdict.label()).isEqualTo(Label.DELEGATED);
		assertThat(verdict.delegateTo().orElse("")).contains(name);
	}

	private static int weight(Receivers receivers, String text) {
		return receivers.weight(text, Sentences.words(text, Set.of()));
	}

}
