package io.countersign.reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.countersign.reading.VerdictReading.Label;

import static org.assertj.core.api.Assertions.assertThat;

/** The sixteen replies of scenario 2, read without the product around them. */
class LookAlikeRepliesTests {

	private static final String REQUEST = "Kan du godkende vedlagte indstilling?";

	private final Reader reader = new Reader();

	@ParameterizedTest
	@ValueSource(strings = { "Ok herfra", "Kør på", "Fint med mig /BL", "Godkendes", "Ja", "Approved, thanks",
			"Godkänt", "Freigegeben" })
	void eightApprove(String words) {
		var verdict = read(words + quoted());

		assertThat(verdict.label()).isEqualTo(Label.APPROVED);
		assertThat(verdict.needsConfirmation()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Ikke godkendt", "Not ok" })
	void twoRefuse(String words) {
		assertThat(read(words + quoted()).label()).isIn(Label.REJECTED, Label.RETURNED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Jeg kan ikke godkende dette endnu", "Er det godkendt af FM?",
			"Ok, jeg kigger på det i morgen", "Godkendt? Det er vist for tidligt", "Lad os drøfte" })
	void fiveGiveNoVerdictThatCountsUnasked(String words) {
		var verdict = read(words + quoted());

		assertThat(verdict.label()).isNotIn(Label.APPROVED, Label.APPROVED_WITH_CONDITIONS);
		assertThat(verdict.label() == Label.NONE || verdict.needsConfirmation()).isTrue();
	}

	@Test
	void anEmptyReplyOverAQuotedApprovalSaysNothing() {
		var reading = this.reader.read(Mail
			.ofText("SV: Indstilling",
					"\n\nFra: Bo Lind <bo.lind@min.example>\nSendt: 24. november 2026 09:00\n"
							+ "Til: Birgit Lund\nEmne: Indstilling\n\nGodkendt\nBo")
			.answering(REQUEST));

		assertThat(reading.own().isEmpty()).isTrue();
		assertThat(reading.verdict().label()).isEqualTo(Label.NONE);
	}

	private VerdictReading read(String words) {
		return this.reader
			.read(Mail.ofText("SV: Indstilling", words)
				.writtenBy(new Correspondent("Birgit Lund", "birgit.lund@min.example"))
				.answering(REQUEST))
			.verdict();
	}

	private static String quoted() {
		return "\n\nFra: Rune Dam <rune.dam@min.example>\nSendt: 24. november 2026 09:00\nTil: Birgit Lund\n"
				+ "Emne: Indstilling om møbler til kontor 3\n\nKære Birgit\n\n" + REQUEST + "\n\nHilsen Rune";
	}

}
