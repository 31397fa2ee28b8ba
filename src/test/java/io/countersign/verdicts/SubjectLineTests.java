package io.countersign.verdicts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.countersign.verdicts.JudgementAssert.theTrial;

/** VA-17: what stands beside the title of what was asked. */
class SubjectLineTests {

	@ParameterizedTest
	@ValueSource(strings = { "Re: Udkast til svar", "AW: Udkast til svar", "Antw: Udkast til svar",
			"SV[3]: Udkast til svar", "RE : Udkast til svar", "SV: VS: Udkast til svar", "Re: Fwd: Re: Udkast til svar",
			"[EKSTERN] SV: Udkast til svar", "External: Re: Udkast til svar", "SV: UDKAST  TIL SVAR",
			"Godkend: Udkast til svar", "SV: Udkast til svar - godkendt", "SV: Udkast til svar (J.nr. 2026-17)",
			"SV: [2026-0123] Udkast til svar", "Mit svar", "Godkendt", "Udkast til svar" })
	void VA_17_whatProgramsPutThereMeansNothing(String subject) {
		theTrial(answered(subject)).isAccepted();
	}

	@ParameterizedTest
	@ValueSource(strings = { "FW: Udkast til svar", "VS: SV: Udkast til svar", "WG: Udkast til svar",
			"Kopi: Udkast til svar", "SV: Afvis: Udkast til svar", "SV: Udkast til svar - nej",
			"SV: Udkast til svar?!x", "Foreløbig: SV: Udkast til svar", "SV: Ferie", "Ikke mit svar",
			"Kladde: mit svar", "SV: Udkast til svar (kladde)" })
	void VA_17_whatItsAuthorPutThereIsADoubt(String subject) {
		theTrial(answered(subject)).isHeldBecause("subject");
	}

	@ParameterizedTest
	@MethodSource("inDoubt")
	void VA_17_whatIsNoSubjectOfAnAnswerIsADoubt(String subject) {
		theTrial(answered(subject)).isHeldBecause("subject");
	}

	static Stream<String> inDoubt() throws IOException {
		return Files.readAllLines(Path.of("src/test/resources/mails/subjects-in-doubt.txt")).stream();
	}

	/** We remind of a request in its thread, and under a subject of ours. */
	@ParameterizedTest
	@ValueSource(strings = { "nudge.subject", "order.subject" })
	void whatWePutThereOurselvesMeansNothing(String word) {
		for (var language : Set.of(Locale.of("da"), Locale.ENGLISH)) {
			var ours = ResourceBundle.getBundle("writeback.wording", language).getString(word);

			theTrial(answered("SV: %s: Udkast til svar [2026-0123]".formatted(ours))).isAccepted();
		}
	}

	private static Trial answered(String subject) {
		return Trial.with("SV: Udkast til svar", subject);
	}

}
