package io.countersign.verdicts;

import io.countersign.cases.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.countersign.verdicts.JudgementAssert.theTrial;
import static org.assertj.core.api.Assertions.assertThat;

/** Whether the newly written words decide, clearly and in sight. */
class ContentGateTests {

	private static final String PLAIN = "Content-Type: text/plain; charset=utf-8\n\nGodkendt\n";

	@ParameterizedTest
	@CsvSource({ "Godkendt,APPROVED", "Ok herfra,APPROVED", "Ikke godkendt,REJECTED", "Nej,REJECTED" })
	void VA_17_itsOwnWordsDecide(String words, Outcome outcome) {
		var decision = theTrial(Trial.saying(words)).isAccepted().decision();

		assertThat(decision.outcome()).isEqualTo(outcome);
		assertThat(decision.evidence()).hasValueSatisfying((quote) -> assertThat(words).contains(quote.quote()));
	}

	@Test
	void VA_17_aConditionIsNeverAPlainApproval() {
		var decision = theTrial(Trial.saying("Godkendt - men ret venligst stavefejlen i afsnit 2.")).isAccepted()
			.decision();

		assertThat(decision.outcome()).isEqualTo(Outcome.APPROVED_WITH_CONDITIONS);
		assertThat(decision.conditions()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Kan ikke godkendes", "Må ikke godkendes", "Kan jeg ikke godkende", "Godkendt nej",
			"Fint, men nej", "Ok, but no", "Not approved", "Cannot be approved", "This is not approved",
			"Do not approve", "Can't be approved", "Should not be approved", "Fees that high will not be approved.",
			"Kan inte godkännas", "Approved as far as procurement is concerned, not that it is our call" })
	void VA_17_aDenialNeverBecomesAnApprovalWithACondition(String words) {
		assertThat(Trial.saying(words).judged()).as(words)
			.matches((judgement) -> !(judgement instanceof Judgement.Accepted accepted)
					|| !accepted.decision().outcome().approves());
	}

	@ParameterizedTest
	@ValueSource(strings = { "Godkendt - dog ikke bilag 2", "Ok, hvis JUR er enig" })
	void VA_17_aPartLeftOutIsACondition(String words) {
		assertThat(theTrial(Trial.saying(words)).isAccepted().decision().outcome())
			.isEqualTo(Outcome.APPROVED_WITH_CONDITIONS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Tak", "Er det godkendt?x", "Jeg vender tilbage", "Ok, jeg kigger på det i morgen",
			"\n> Godkendt\n> Bo", "\n\n-----Oprindelig meddelelse-----\nFra: Bo\n\nGodkendt",
			"Kig lige\n\n-- \nGodkendt revisor" })
	void VA_17_wordsThatAreNotItsOwnDecideNothing(String words) {
		assertThat(Trial.saying(words).judged())
			.matches((judgement) -> !(judgement instanceof Judgement.Accepted accepted)
					|| !accepted.decision().outcome().approves());
	}

	@Test
	void VA_17_theSubjectDecidesNothing() {
		theTrial(Trial.of(Trial.REPLY.replace("Subject: SV: Udkast til svar", "Subject: Godkendt")
			.replace("\n\nGodkendt", "\n\nHilsen Anna"))).isSilent();
	}

	@Test
	void VA_17_anAttachedMailDecidesNothing() {
		theTrial(Trial.of(Trial.REPLY.replace(PLAIN, """
				Content-Type: multipart/mixed; boundary=b

				--b
				Content-Type: text/plain; charset=utf-8

				Hilsen Anna
				--b
				Content-Type: message/rfc822

				From: Anna Holm <anna.holm@min.example>
				Subject: SV: Udkast

				Godkendt
				--b--
				"""))).isSilent();
	}

	@Test
	void VA_17_aPlainTextThatSaysTheSameIsNoContradiction() {
		theTrial(alternatives("Godkendt\n\nAnna", "<p>Godkendt</p><p>Anna</p>")).isAccepted();
		theTrial(alternatives("Godkendt\n\nVenlig hilsen\nAnna <https://min.example>",
				"<b>Godkendt</b><br><br>Venlig hilsen<br><a href='https://min.example'>Anna</a>"))
			.isAccepted();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "Godkendt / afvist", "Godkendt/Afvist (det ikke gældende overstreges)", "Ja|nej", "Nej / ja" })
	void VA_17_aChoiceBetweenYesAndNoIsNeither(String words) {
		assertThat(Trial.saying(words).judged()).isNotInstanceOf(Judgement.Accepted.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Godkendt /Anna", "Ja/godkendt", "Godkendt/ah" })
	void VA_17_aNameBehindAStrokeIsNoChoice(String words) {
		theTrial(Trial.saying(words)).isAccepted();
	}

	@ParameterizedTest
	@CsvSource({ "Godkendt,<p>Ikke godkendt</p>", "Ikke godkendt,<p>Godkendt</p>", "Vent,<p>Godkendt</p>",
			"Godkendes ikke,<p>Godkendt</p>", "'Godkendt\n\nhvis det bliver billigere',<p>Godkendt</p>",
			"'Godkendt\n\nMvh\nAnna\n\nPS: Jeg fortryder',<p>Godkendt</p><p>Mvh<br>Anna</p>",
			"Godkendt,<p>Godkendt</p><p>Dog kun i år</p>" })
	void VA_17_twoTextsThatDifferNeverApprove(String text, String html) {
		assertThat(alternatives(text, html).judged()).isNotInstanceOf(Judgement.Accepted.class);
	}

	/** As Outlook writes it: a J in the text, a picture of a font in the HTML. */
	@Test
	void VA_17_theSmileOfOutlookIsNoWord() {
		var html = "<p class=MsoNormal>Godkendt <span style='font-family:Wingdings'>J</span><o:p></o:p></p><p>Anna</p>";

		assertThat(html(html).judged()).isInstanceOf(Judgement.Accepted.class);
		assertThat(alternatives("Godkendt J\n\nAnna", html).judged()).isInstanceOf(Judgement.Accepted.class);
		assertThat(html(html.replace("Godkendt ", "")).judged()).isInstanceOf(Judgement.Silent.class);
	}

	@ParameterizedTest
	@CsvSource({ "Wingdings,L", "Wingdings,JJ", "Wingdings,N", "Webdings,J", "Arial,J", "XWingdings,J" })
	void VA_17_noOtherLetterIsASmile(String font, String letter) {
		assertThat(html("<p>Godkendt <span style='font-family:%s'>%s</span></p>".formatted(font, letter)).judged())
			.isNotInstanceOf(Judgement.Accepted.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "display:none", "font-size:0", "visibility:hidden" })
	void VA_17_hiddenWordsHoldTheVerdict(String style) {
		var hidden = "<p>Godkendt</p><p style=\"%s\">Ikke</p>".formatted(style);

		assertThat(html(hidden).judged()).isNotInstanceOf(Judgement.Accepted.class);
	}

	@Test
	void VA_17_wordsThatOnlyAProgramSeesApproveNothing() {
		assertThat(html("<p>Hilsen Anna</p><p style=\"display:none\">Godkendt</p>").judged())
			.isNotInstanceOf(Judgement.Accepted.class);
		assertThat(html("<p>Hilsen Anna</p><!-- Godkendt --><title>Godkendt</title>").judged())
			.isNotInstanceOf(Judgement.Accepted.class);
	}

	@Test
	void IN_11_aPageOfMoreElementsThanFitInMemoryDecidesNothing() {
		theTrial(html("<p>Godkendt</p>" + "<br>".repeat(1_000))).isAccepted();
		assertThat(html("<p>Godkendt</p>" + "<b></b>".repeat(150_000)).judged())
			.isNotInstanceOf(Judgement.Accepted.class);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "\"Godkendt\"", "«Godkendt»", "„Godkendt“", "»Godkendt.«", "Hej Dan\n\n\"Godkendt\"\n\nAnna" })
	void VA_17_wordsBetweenQuotationMarksAreSomebodys(String words) {
		assertThat(Trial.saying(words).judged()).isNotInstanceOf(Judgement.Accepted.class);
	}

	@Test
	void VA_17_aQuotedTitleBesideTheYesIsNoDoubt() {
		assertThat(Trial.saying("Jeg godkender \"Udkast til svar\".").judged()).isInstanceOf(Judgement.Accepted.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Godkendt hvis", "Godkendt, men", "Godkendt medmindre", "yes, if" })
	void VA_17_aConditionThatBreaksOffIsNotRead(String words) {
		assertThat(Trial.saying(words).judged()).isNotInstanceOf(Judgement.Accepted.class);
	}

	private static Trial html(String html) {
		return Trial.of(Trial.REPLY.replace(PLAIN, "Content-Type: text/html; charset=utf-8\n\n" + html + "\n"));
	}

	private static Trial alternatives(String text, String html) {
		return Trial.of(Trial.REPLY.replace(PLAIN, """
				Content-Type: multipart/alternative; boundary=b

				--b
				Content-Type: text/plain; charset=utf-8

				%s
				--b
				Content-Type: text/html; charset=utf-8

				%s
				--b--
				""".formatted(text, html)));
	}

}
