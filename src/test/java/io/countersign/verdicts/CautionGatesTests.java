package io.countersign.verdicts;

import io.countersign.intake.Folder;
import io.countersign.intake.MessageId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.countersign.verdicts.JudgementAssert.theTrial;
import static io.countersign.verdicts.Letters.EXTERNAL;
import static io.countersign.verdicts.Letters.external;
import static io.countersign.verdicts.Letters.fromOutside;
import static org.assertj.core.api.Assertions.assertThat;

/** What makes a well-proved reply doubtful all the same. */
class CautionGatesTests {

	private static final Costly HALF_A_MILLION = new Costly(
			Map.of("DKK", new BigDecimal("500000"), "EUR", new BigDecimal("65000")), ProofLevel.A4, List.of());

	@Test
	void VA_07_aRepeatRecordsNothing() {
		theTrial(Trial.of(Trial.REPLY).repeating(new MessageId("msg_other"))).isRefusedBy("repeat");
	}

	@ParameterizedTest
	@ValueSource(strings = { "AMP", "BIMP", "SAP", "FTBP", "OSPM", "BULK", "later" })
	void VA_15_whatTheFilterCallsAnythingElseThanNothingIsADoubt(String category) {
		theTrial(external("CAT:NONE", "CAT:" + category)).isHeldBecause("The filter takes it for unwanted mail.");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "SPOOF", "UIMP", "DIMP", "GIMP", "PHSH", "HPHSH", "HPHISH", "INTOS", "MALW", "HSPM", "spoof" })
	void VA_15_whatTheFilterTakesForAnAttackIsRefused(String category) {
		theTrial(external("CAT:NONE", "CAT:" + category)).isRefusedBy("filter");
		theTrial(external("CAT:NONE", "CAT:NONE;CAT:" + category)).isRefusedBy("filter");
	}

	@ParameterizedTest
	@ValueSource(strings = { "SCL:5", "SCL:9", "SCL:x", "SCL:1;SCL:6", "SCL:1;nonsense", "SCL:-1;CAT:SPM",
			"SCL:-1;SFV:SPM", "SCL:-1;SFV:SKB" })
	void VA_15_whatTheFilterTakesForUnwantedIsHeld(String level) {
		theTrial(external("SCL:1", level)).isHeldBecause("filter");
	}

	@ParameterizedTest
	@ValueSource(strings = { "5", "6", "09", "x" })
	void VA_15_theLevelInAFieldOfItsOwnCountsToo(String level) {
		theTrial(Trial.withHeader("X-MS-Exchange-Organization-SCL: " + level)).isHeldBecause("filter");
	}

	@ParameterizedTest
	@ValueSource(strings = { "SFV:SKA;SCL:-1", "SFV:SKN;SCL:-1", "SFV:SFE;SCL:-1" })
	void VA_15_anAllowListImprovesNothing(String skipped) {
		theTrial(fromOutside(EXTERNAL.replace("SCL:1;SFV:NSPM", skipped).replace("compauth=pass", "compauth=none")))
			.isHeld();
	}

	@Test
	void VA_16_aMailThatIsMeantForNobodyHereIsHeld() {
		theTrial(Trial.with("To: Dan Friis <dan.friis@min.example>", "To: finn.bro@min.example"))
			.isHeldBecause("addressed neither");
		theTrial(Trial.with("To: Dan Friis <dan.friis@min.example>", "To: x@min.example\nCc: countersign@min.example"))
			.isAccepted();
	}

	@Test
	void VA_16_aMailThatBearsTheMessageIdOfOneInAnotherThreadIsHeld() {
		theTrial(Trial.of(Trial.REPLY).in(ThreadFacts.of(Optional.of(new MessageId("msg_other")))))
			.isHeldBecause("bears its Message-ID");
	}

	/** A signature covers the subject, and seldom what a mail answers. */
	@Test
	void VA_16_aSignedMailUnderTheThreadOfAnotherRequestIsHeld() {
		theTrial(external("Subject: SV: Udkast til svar", "Subject: SV: Frokost"))
			.isHeldBecause("ties it to this request");
		theTrial(external("Subject: SV: Udkast til svar", "Subject: [EXT] re: UDKAST  til svar")).isAccepted();
		var signed = EXTERNAL.replace("h=from:to:subject:date;", "h=From : To:In-Reply-To:references;")
			.replace("Subject: SV: Udkast til svar", "Subject: Mit svar");
		theTrial(fromOutside(signed)).isAccepted();
		theTrial(fromOutside("DKIM-Signature: v=1; d=partner.example; h=from:in-reply-to:references; b=AA=\n"
				+ EXTERNAL.replace("Subject: SV: Udkast til svar", "Subject: Mit svar")))
			.isHeldBecause("ties it to this request");
		theTrial(Trial.with("Subject: SV: Udkast til svar", "Subject: Mit svar")).isAccepted();
	}

	@Test
	void VA_16_aSignedMailThatIsOlderThanTheRequestIsHeld() {
		theTrial(external("Date: Tue, 24 Nov 2026 09:59:58", "Date: Tue, 24 Nov 2026 07:00:01")).isAccepted();
		theTrial(external("Date: Tue, 24 Nov 2026 09:59:58", "Date: Tue, 24 Nov 2026 06:59:59"))
			.isHeldBecause("dated before the request");
	}

	@Test
	void VA_23_anOperatorMayAskForAnotherWitnessThanWhoeverWantsTheDecision() {
		var strict = Policy.askingForAnotherWitness();

		theTrial(fromOutside(EXTERNAL).seenIn(Trial.seen(Trial.DAN, Folder.INBOX)).by(strict))
			.isHeldBecause("Nobody shows it but whoever wants the decision");
		assertThat(theTrial(fromOutside(EXTERNAL).seenIn(Trial.seen(Trial.DAN, Folder.INBOX))).isAccepted()
			.decision()
			.gates()).anyMatch((gate) -> gate.sentence().contains("whose mailbox is believed here"));
		theTrial(fromOutside(EXTERNAL).seenIn(Trial.seen(Trial.DAN, Folder.INBOX), Trial.seen(Trial.EVA, Folder.INBOX))
			.by(strict)).isAccepted();
		theTrial(Trial.of(Trial.REPLY)
			.seenIn(Trial.seen(Trial.DAN, Folder.INBOX), Trial.seen(Trial.ANNA, Folder.SENT))
			.by(strict)).isAccepted();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Tue, 24 Nov 2026 09:59:58 +9900",
			"Tue, 24 Nov 2026 09:59:58 +0000, Mon, 01 Jan 2024 00:00:00 +0000", "Fri, 20 Nov 2026 09:59:58 +0000",
			"Fri, 27 Nov 2026 10:00:01 +0000", "yesterday", "" })
	void VA_16_aMailOfAnotherTimeIsHeld(String date) {
		theTrial(Trial.with("Tue, 24 Nov 2026 09:59:58 +0000", date)).isHeldBecause("date");
	}

	@Test
	void VA_16_whatTurnsUpDaysAfterItIsSaidToHaveComeIsHeld() {
		theTrial(turningUp(Duration.ofHours(73))).isHeldBecause("turned up long after");
		theTrial(turningUp(Duration.ofHours(71))).isAccepted();
	}

	private static Trial turningUp(Duration later) {
		return Trial.of(Trial.REPLY)
			.seenIn(Trial.seen(Trial.ANNA, Folder.SENT, Trial.filedAfter(Trial.RECEIVED.plus(later))));
	}

	@Test
	void VA_16_aMailWithoutADateIsHeld() {
		theTrial(Trial.with("Date: Tue, 24 Nov 2026 09:59:58 +0000\n", "")).isHeldBecause("date");
	}

	@Test
	void VA_16_aSignatureOverAPartIsHeld() {
		theTrial(external("h=from:to:subject:date;", "h=from:to:subject:date; l=10;")).isHeldBecause("covers a part");
		theTrial(external("d=partner.example;", "d=partner.example; d=x;")).isHeldBecause("covers a part");
		theTrial(external("DKIM-Signature:", "DKIM-Signature: v=1; d=list.example; l=1; b=A\nDKIM-Signature:"))
			.isAccepted();
	}

	@ParameterizedTest
	@ValueSource(strings = { "multipart/signed; protocol=\"application/pkcs7-signature\"; micalg=sha-256" })
	void VA_18_asignatureThatWasNotVerifiedProvesNothing(String type) {
		var signed = Trial.of(Trial.REPLY.replace("Content-Type: text/plain; charset=utf-8\n\nGodkendt\n", """
				Content-Type: %s; boundary=b

				--b
				Content-Type: text/plain; charset=utf-8

				Godkendt
				--b
				Content-Type: application/pkcs7-signature; name=smime.p7s
				Content-Transfer-Encoding: base64

				AAAA
				--b--
				""".formatted(type)));

		var decision = theTrial(signed).isAccepted().decision();

		assertThat(decision.level()).isEqualTo("A3");
		assertThat(decision.gates()).anyMatch((gate) -> gate.gate().startsWith("signature")
				&& gate.sentence().contains("not verified and proves nothing"));
		theTrial(signed.seenIn().notWatched()).isHeld();
	}

	@Test
	void VA_23_anOperatorMayAskForBetterProof() {
		theTrial(fromOutside(EXTERNAL).by(Policy.asking(ProofLevel.A3, "ministersvar"))).isHeldBecause("level A3");
		theTrial(Trial.of(Trial.REPLY).by(Policy.asking(ProofLevel.A3, "ministersvar"))).isAccepted();
		theTrial(Trial.of(Trial.REPLY).by(Policy.asking(ProofLevel.A4, "ministersvar"))).isHeldBecause("level A4");
		theTrial(fromOutside(EXTERNAL).by(Policy.asking(ProofLevel.A3, "budgetnotat"))).isAccepted();
	}

	@Test
	void VA_23_aCaseOfTwoKindsIsAsStrictAsTheStricterOne() {
		var both = new Standing(List.of("presse", "Ministersvar"), Set.of(), Set.of());

		theTrial(Trial.of(Trial.REPLY).ofType("presse").standing(both).by(Policy.asking(ProofLevel.A4, "ministersvar")))
			.isHeldBecause("level A4");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Kan du godkende køb for kr. 500.000,01?", "Kan du godkende 0,6 mio. kr.?",
			"Please approve EUR 65,001", "Kan du godkende 300.000 kr. til A og 250.000 kr. til B?",
			"Kan du godkende 750.000?", "Kan du godkende en million?", "Please approve SEK 100",
			"Kan du godkende 100.000 kr. om måneden?" })
	void VA_23_whatCostsMoreThanALimitMayAskForBetterProof(String request) {
		theTrial(Trial.of(Trial.REPLY).costing(request).by(Policy.asking(HALF_A_MILLION))).isHeldBecause("level A4");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Kan du godkende køb for kr. 500.000,00?", "Kan du godkende indkøbet?",
			"Please approve EUR 65,000", "Kan du godkende 12 stole i sag 2026-4711 inden 3. december 2026?",
			"Kan du godkende 300.000 kr. til A og 200.000 kr. til B?" })
	void VA_23_whatCostsNoMoreAsksForNoBetterProof(String request) {
		var decision = theTrial(Trial.of(Trial.REPLY).costing(request).by(Policy.asking(HALF_A_MILLION))).isAccepted()
			.decision();

		assertThat(decision.level()).isEqualTo("A3");
	}

	@Test
	void VA_23_aSumInAFileCountsAndANumberThereDoesNot() {
		var asked = "Kan du godkende vedlagte?";

		theTrial(Trial.of(Trial.REPLY).costing(asked, "I alt 1,2 mio. kr.").by(Policy.asking(HALF_A_MILLION)))
			.isHeldBecause("level A4");
		theTrial(Trial.of(Trial.REPLY).costing(asked, "Udgift | 2026 | 1.200.000").by(Policy.asking(HALF_A_MILLION)))
			.isHeldBecause("level A4");
		theTrial(Trial.of(Trial.REPLY)
			.costing(asked, "CVR 12345678, j.nr. 2026-4711, tlf. 33923392, pris 40.000 kr.")
			.by(Policy.asking(HALF_A_MILLION))).isAccepted();
		theTrial(Trial.of(Trial.REPLY).costing(asked, "nr. 12345678 ".repeat(300)).by(Policy.asking(HALF_A_MILLION)))
			.isAccepted();
		theTrial(Trial.of(Trial.REPLY)
			.costing(asked, "nr. 12345678 ".repeat(300) + "og 9 mio. kr.")
			.by(Policy.asking(HALF_A_MILLION))).isHeldBecause("level A4");
	}

	@Test
	void VA_23_whatCannotBeReadCountsAsAboveTheLimit() {
		theTrial(Trial.of(Trial.REPLY).by(Policy.asking(HALF_A_MILLION))).isHeldBecause("could not be read");
	}

	@Test
	void VA_23_aLimitIsForTheCasesItNamesAndTheHighestDemandCounts() {
		var above = Map.of("DKK", new BigDecimal("500000"));
		var elsewhere = new Costly(above, ProofLevel.A4, List.of("budgetnotat"));
		var here = new Costly(above, ProofLevel.A4, List.of("Ministersvar"));
		var weaker = new Costly(Map.of("DKK", BigDecimal.ONE), ProofLevel.A3, List.of());
		var trial = Trial.of(Trial.REPLY).costing("Kan du godkende 1 mio. kr.?");

		theTrial(trial.by(Policy.asking(elsewhere))).isAccepted();
		theTrial(trial.by(Policy.asking(weaker))).isAccepted();
		theTrial(trial.by(Policy.asking(weaker, here))).isHeldBecause("level A4");
		theTrial(trial.by(Policy.asking(new Costly(above, ProofLevel.A0, List.of()))).notWatched().seenIn()).isHeld();
	}

	@Test
	void VA_23_noOperatorMayAskForLess() {
		theTrial(external("dkim=pass", "dkim=none").by(Policy.asking(ProofLevel.A0, "ministersvar"))).isHeld();
	}

}
