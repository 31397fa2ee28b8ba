package io.countersign.reading;

import java.util.List;

import io.countersign.reading.VerdictReading.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class StackingTests {

	private static final Reader READER = new Reader();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Indkøb af 12 skærme              | Køb dem bare. Send regningen til mig, så konterer jeg
			Udbud af rengøring               | Så er jeg igennem det hele. Det holder, så af sted med det!
			Recruitment of two analysts      | Go and find us two good people, I am all for it.
			""")
	void partsThatAreLikeAnApprovalTogetherAreOne(String request, String answer) {
		assertThat(read(request, answer).label()).isEqualTo(Label.APPROVED);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Indkøb af 12 skærme         | Køb seks af dem. Resten må vente til næste år.
			Recruitment of two analysts | Two good people would be lovely. I wish we had the money.
			Udbud af rengøring          | Så er jeg halvvejs igennem. Det ser fornuftigt ud indtil nu.
			""")
	void partsThatTakeSomethingFromItAreNone(String request, String answer) {
		assertThat(read(request, answer).label()).isNotEqualTo(Label.APPROVED);
	}

	@Test
	void whatPhrasesAreSureOfIsLeftAsItIs() {
		var sure = Weighing.of(Label.REJECTED, 0.9, List.of(), "It says no.");

		assertThat(Stacking.of(sure, parts("Approved, go ahead."), List.of())).isSameAs(sure);
	}

	@Test
	void ofMoreWordsThanAreLookedAtNothingIsApproved() {
		var unsure = Weighing.unsure(List.of(), "Beside a yes it says something that could not be explained.");
		var answer = "Approved, go ahead. " + "Tell them all. ".repeat(30);

		assertThat(Stacking.of(unsure, parts(answer), List.of()).label()).isNotEqualTo(Label.APPROVED);
	}

	@Test
	void whatIsNoApprovalIsAsked() {
		var read = read("Må vi male gangen gul?", "Lad os tage den op igen efter sommerferien.");

		assertThat(read.label()).isEqualTo(Label.DEFERRED);
		assertThat(read.needsConfirmation()).isTrue();
	}

	private static AnswerParts parts(String answer) {
		var books = List.of(Phrasebook.of("en"));
		return AnswerParts.of(answer, new Books(books), Asked.of("May we go ahead?"));
	}

	private static VerdictReading read(String request, String answer) {
		return READER.read(Mail.ofText("Re: " + request, answer).answering(request)).verdict();
	}

}
