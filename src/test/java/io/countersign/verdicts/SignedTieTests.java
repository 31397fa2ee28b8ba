package io.countersign.verdicts;

import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.countersign.cases.Outcome;

import static io.countersign.verdicts.JudgementAssert.theTrial;
import static io.countersign.verdicts.Letters.EXTERNAL;
import static io.countersign.verdicts.Letters.external;
import static io.countersign.verdicts.Letters.fromOutside;
import static org.assertj.core.api.Assertions.assertThat;

/** What of a mail from outside is signed, and whether that ties it to the request. */
class SignedTieTests {

	/** What is not signed, whoever sends it once more may write. */
	@ParameterizedTest
	@ValueSource(strings = { "h=from:to:date", "h=from:to:subject", "h=from:to", "h=from", "h=subject:date",
			"h=from:subject:date; L=10", "h=from:subject:date; l=0", "h=from:subject:date; t=1795000000",
			"h=from:subject:date; t=1795700000", "h=from:subject:date; t=soon",
			"h=from:subject:date; t=1795514390; x=1795500000" })
	void VA_16_aSignatureThatDoesNotTieItToTheRequestIsADoubt(String tags) {
		var judgement = fromOutside(EXTERNAL.replace("h=from:to:subject:date", tags)).judged();

		assertThat(judgement).isInstanceOf(Judgement.Held.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "h=from:from:to:subject:subject:date", "h=from:subject:date; t=1795514397; x=1796119197",
			"h=from:to:in-reply-to:references; t=1795514397", "q=dns/txt" })
	void VA_16_aSignatureThatTiesItToTheRequestIsNone(String tags) {
		theTrial(fromOutside(EXTERNAL.replace("h=from:to:subject:date", tags))).isAccepted();
	}

	/** The title of a request may be a word that stands in many subjects, or none. */
	@ParameterizedTest
	@CsvSource({ "Sag, SV: Frokost i sagens anledning", "Sag, SV: En anden sag", "'', SV: Frokost",
			"Udkast til svar, SV: Bemærkninger til udkast til svar", "Udkast til svar, SV: Udkast til svarbrev" })
	void VA_16_aTitleThatOnlyStandsInTheSubjectTiesNothing(String title, String subject) {
		theTrial(
				external("SV: Udkast til svar", subject).in(new ThreadFacts(Set.of(title), Set.of(), Optional.empty())))
			.isHeldBecause("ties it to this request");
	}

	@ParameterizedTest
	@CsvSource({ "Sag, SV: Sag", "'', SV:", "'', ''", "Udkast til svar, [EXT] RE: SV: [2026-0123] Udkast til svar",
			"Udkast til svar, Udkast til svar [2026-0123]", "Udkast til svar, Re: Udkast til svar (ekstern)" })
	void VA_16_theTitleBehindWhatProgramsWriteTiesItToTheRequest(String title, String subject) {
		theTrial(
				external("SV: Udkast til svar", subject).in(new ThreadFacts(Set.of(title), Set.of(), Optional.empty())))
			.isAccepted();
	}

	/** Everybody in the thread has seen its name. */
	@Test
	void VA_16_aRequestThatWasPutAgainIsNoSecretOfItsReceiver() {
		theTrial(external("Subject: SV: Udkast til svar", "Subject: SV: Frokost").answering(Question.State.AGAIN,
				Outcome.APPROVED))
			.isHeldBecause("ties it to this request");
		theTrial(external("Subject: SV: Udkast til svar", "Subject: Mit svar").answering(Question.State.OPEN,
				Outcome.APPROVED))
			.isAccepted();
	}

}
