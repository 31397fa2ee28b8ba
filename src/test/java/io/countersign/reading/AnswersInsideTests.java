package io.countersign.reading;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.countersign.reading.VerdictReading.ItemVerdict;
import io.countersign.reading.VerdictReading.Label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Answers written into an older mail that no program has marked as a quote. */
class AnswersInsideTests {

	private static final String HEADER = "<div style='border:none;border-top:solid #E1E1E1 1.0pt'><p><b>Fra:</b> Dan Friis"
			+ "<br><b>Sendt:</b> 24. november 2026 09:00<br><b>Til:</b> Anna Holm<br><b>Emne:</b> To sager</p></div>";

	private final Reader reader = new Reader();

	@Test
	void whatIsWrittenInRedAnswersTheQuestionAboveIt() {
		var reading = html("Se mine svar med rødt.", "<p>1. Må vi købe stole?</p><p style='color:red'>Ja</p>"
				+ "<p>2. Må vi leje et telt?</p><p><span style='color:#C00000'>Nej, ikke i år</span></p>");

		assertThat(reading.own().answers()).extracting(OwnWords.Answer::question, OwnWords.Answer::text)
			.containsExactly(tuple("1. Må vi købe stole?", "Ja"), tuple("2. Må vi leje et telt?", "Nej, ikke i år"));
		assertThat(reading.verdict().items()).extracting(ItemVerdict::label)
			.containsExactly(Label.APPROVED, Label.REJECTED);
	}

	@Test
	void anAnswerMayStandOnTheLineOfItsQuestion() {
		var reading = html("Mine svar står med rødt", "<p>1. Må vi købe stole? <span style='color:red'>Ja</span></p>"
				+ "<p>2. Må vi leje et telt? <font color=red>ja</font></p>");

		assertThat(reading.verdict().items()).extracting(ItemVerdict::label)
			.containsExactly(Label.APPROVED, Label.APPROVED);
		assertThat(reading.verdict().label()).isEqualTo(Label.APPROVED);
	}

	@Test
	void colourThatNobodySpeaksOfIsOlder() {
		var reading = html("Tak.", "<p>1. Må vi købe stole?</p><p style='color:red'>Godkendt</p>");

		assertThat(reading.own().text()).isEqualTo("Tak.");
		assertThat(reading.verdict().label()).isEqualTo(Label.NONE);
	}

	@Test
	void whatStandsBehindTheAuthorsNameIsHis() {
		var reading = text("I have answered below.", """
				1. May we buy chairs?
				[Anna:] yes
				2. May we hire a tent?
				[Anna] No, not this year
				""");

		assertThat(reading.own().answers()).extracting(OwnWords.Answer::question)
			.containsExactly("1. May we buy chairs?", "2. May we hire a tent?");
		assertThat(reading.verdict().items()).extracting(ItemVerdict::label)
			.containsExactly(Label.APPROVED, Label.REJECTED);
	}

	@Test
	void whatStandsBehindAnotherNameIsOlder() {
		var reading = text("See my answers below in red", "1. May we buy chairs?\n[Bo:] approved\n");

		assertThat(reading.own().text()).doesNotContain("approved");
		assertThat(reading.verdict().label()).isEqualTo(Label.NONE);
		assertThat(reading.verdict().needsConfirmation()).isTrue();
	}

	@Test
	void answersThatCannotBeFoundAreAskedFor() {
		for (var top : List.of("Godkendt, se mine svar med rødt", "Svarer nedenfor", "Ok - see my answers in blue")) {
			var verdict = html(top, "<p>1. Må vi købe stole?</p><p>Ja</p>").verdict();

			assertThat(verdict.label()).as(top).isEqualTo(Label.NONE);
			assertThat(verdict.needsConfirmation()).as(top).isTrue();
		}
	}

	private Reading html(String top, String older) {
		return read(Mail.ofHtml("SV: To sager", "<html><body><p>" + top + "</p>" + HEADER + older + "</body></html>"));
	}

	private Reading text(String top, String older) {
		return read(Mail.ofText("RE: Two cases", top
				+ "\n\nFrom: Dan Friis\nSent: 24 November 2026 09:00\nTo: Anna Holm\nSubject: Two cases\n\n" + older));
	}

	private Reading read(Mail mail) {
		return this.reader.read(mail.writtenBy(new Correspondent("Anna Holm", "anna.holm@min.example"))
			.answering("Kan du godkende begge dele? Can you approve both?"));
	}

}
