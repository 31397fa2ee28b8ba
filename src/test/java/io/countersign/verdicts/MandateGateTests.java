package io.countersign.verdicts;

import java.util.Set;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.countersign.cases.Ask;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.Mandate;
import io.countersign.intake.Folder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static io.countersign.verdicts.JudgementAssert.theTrial;
import static io.countersign.verdicts.Trial.ANNA;
import static io.countersign.verdicts.Trial.BO;
import static io.countersign.verdicts.Trial.EVA;
import static io.countersign.verdicts.Trial.RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;

/** Who may answer for somebody else. */
class MandateGateTests {

	private static final Mandate NOVEMBER = mandate(ANNA, EVA, RECEIVED.minus(Duration.ofDays(20)),
			RECEIVED.plus(Duration.ofDays(6)), List.of("Ministersvar", "presse"), null);

	@Test
	void VA_09_theSecretaryAnswersForTheMinisterUnderAMandate() {
		var decision = theTrial(onBehalf().under(NOVEMBER)).isAccepted().decision();

		assertThat(decision.decidedFor()).isEqualTo(ANNA);
		assertThat(decision.actedBy()).isEqualTo(EVA);
		assertThat(decision.gates()).anyMatch((gate) -> gate.gate().equals("mandate (VA-9)")
				&& gate.sentence().contains("answers for anna.holm@min.example under mandate m1"));
	}

	@Test
	void VA_09_theSecretaryMayAlsoWriteInHerOwnName() {
		var decision = theTrial(inOwnName().under(NOVEMBER)).isAccepted().decision();

		assertThat(decision.decidedFor()).isEqualTo(ANNA);
		assertThat(decision.actedBy()).isEqualTo(EVA);
	}

	@Test
	void VA_09_outsideTheMandateItIsHeld() {
		theTrial(onBehalf().under(NOVEMBER).ofType("budgetnotat")).isHeldBecause("does not cover cases of the type");
		theTrial(
				onBehalf().under(mandate(ANNA, EVA, RECEIVED.plusSeconds(1), RECEIVED.plusSeconds(2), List.of(), null)))
			.isHeldBecause("does not cover that day");
		theTrial(onBehalf().under(mandate(ANNA, EVA, RECEIVED.minusSeconds(2), RECEIVED, List.of(), null)))
			.isHeldBecause("does not cover that day");
		theTrial(onBehalf().under(mandate(ANNA, EVA, RECEIVED, RECEIVED.plusSeconds(1), List.of(), BigDecimal.TEN)))
			.isHeldBecause("what this costs is not known");
	}

	@Test
	void VA_09_whatTurnsUpOnlyWhenTheMandateHasEndedIsHeld() {
		var hour = mandate(ANNA, EVA, RECEIVED.minusSeconds(3_600), RECEIVED.plusSeconds(3_600), List.of(), null);
		var late = Trial.seen(EVA, Folder.SENT, Trial.filedAfter(RECEIVED.plusSeconds(3_600)));

		theTrial(onBehalf().under(hour).seenIn(late)).isHeldBecause("turned up only when mandate m1");
		theTrial(onBehalf().under(hour)
			.seenIn(Trial.seen(EVA, Folder.SENT, Trial.filedAfter(RECEIVED.plusSeconds(3_599))))).isAccepted();
		theTrial(onBehalf().under(hour).seenIn(late, Trial.seen(Trial.DAN, Folder.INBOX, Trial.filedAfter(RECEIVED))))
			.isAccepted();
	}

	@Test
	void VA_09_aMandateThatHasNotBegunCoversNoMailThatSaysItComesLater() {
		var hour = mandate(ANNA, EVA, RECEIVED, RECEIVED.plusSeconds(3_600), List.of(), null);

		theTrial(onBehalf().under(hour).at(RECEIVED.minus(Duration.ofHours(25)))).isHeldBecause("has not begun yet");
		theTrial(onBehalf().under(hour).at(RECEIVED.minus(Duration.ofHours(23)))).isAccepted();
	}

	@Test
	void VA_09_withinAnAmountItCounts() {
		var decision = theTrial(upTo("250000", "DKK").costing("Kan du godkende køb for kr. 249.999,50?")).isAccepted()
			.decision();

		assertThat(decision.gates())
			.anyMatch((gate) -> gate.sentence().contains("and what it costs stays within 250000 DKK"));
		theTrial(upTo("250000", "DKK").costing("Kan du godkende 0,25 mio. kr.?")).isAccepted();
		theTrial(upTo("1500000", "EUR").costing("Please approve EUR 1.5m")).isAccepted();
	}

	@Test
	void VA_09_moreThanTheMandateIsHeld() {
		theTrial(upTo("250000", "DKK").costing("Kan du godkende køb for kr. 250.000,01?"))
			.isHeldBecause("is more than that");
		theTrial(upTo("250000", "DKK").costing("kr. 200.000 til A og kr. 100.000 til B"))
			.isHeldBecause("come to 300000 DKK");
		theTrial(upTo("250000", "DKK").costing("Hævet med kr. 10.000 til 900.000")).isHeldBecause("may be more");
		theTrial(upTo("250000", "DKK").costing("kr. 10.000", "Samlet pris: 3 mio. kr."))
			.isHeldBecause("is more than that");
	}

	@Test
	void VA_09_whatNobodyCanSayIsHeld() {
		theTrial(upTo("250000", "DKK").costing("Kan du godkende indkøbet?")).isHeldBecause("not said in its own words");
		theTrial(upTo("250000", "DKK").costing("Kan du godkende indkøbet?", "kr. 10.000"))
			.isHeldBecause("not said in its own words");
		theTrial(upTo("250000", "DKK").costing("Kan du godkende kr. 5.000 om måneden?"))
			.isHeldBecause("comes to cannot be said");
		theTrial(upTo("250000", "DKK").costing("Please approve EUR 100")).isHeldBecause("is no amount in DKK");
		theTrial(upTo("250000", "DKK").costing("Kan du godkende 0,1 mio.?")).isHeldBecause("is no amount in DKK");
	}

	@Test
	void VA_20_whatARequestCostsIsKeptWithTheJudgement() {
		var reply = upTo("250000", "DKK").costing("Kan du godkende 0,25 mio. kr.?", "kr. 100,00").reply();

		var kept = Policies.JSON.readValue(Policies.JSON.writeValueAsString(Facts.of(reply)), Facts.class);

		assertThat(Trial.VERDICTS.judge(kept.about(reply.message()))).isEqualTo(Trial.VERDICTS.judge(reply))
			.isInstanceOf(Judgement.Accepted.class);
	}

	@Test
	void VA_09_aMandateThatWasKeptWithoutACurrencyIsInKroner() {
		var kept = Policies.JSON.readValue("""
				{"id":"m1","principal":"anna.holm@min.example","delegate":"eva.skov@min.example","categories":[],
				 "from":"2026-11-01T00:00:00Z","to":"2026-12-01T00:00:00Z","maxAmount":10}
				""", Mandate.class);

		assertThat(kept.currency()).isEqualTo("DKK");
	}

	private static Trial upTo(String amount, String currency) {
		return onBehalf().under(new Mandate("m1", ANNA, EVA, RECEIVED, RECEIVED.plusSeconds(1), List.of(),
				new BigDecimal(amount), currency));
	}

	@Test
	void VA_09_aMandateCoversEveryKindOfCaseItIs() {
		var two = new Standing(List.of("presse", "budgetnotat"), Set.of(), Set.of());
		var covered = new Standing(List.of("presse", "ministersvar"), Set.of(), Set.of());

		theTrial(onBehalf().under(NOVEMBER).ofType("presse").standing(two)).isHeldBecause("of the type budgetnotat");
		theTrial(onBehalf().under(NOVEMBER).ofType("presse").standing(covered)).isAccepted();
	}

	@Test
	void VA_09_nobodyOverturnsWhatThePrincipalHasDecidedHimself() {
		var ask = Trial.ask("ask@min.example", Trial.CASE, ANNA, 1, Ask.State.OPEN);
		var decided = new Standing(List.of(), Set.of(), Set.of(ask.id()));

		theTrial(onBehalf().under(NOVEMBER).asking(ask).standing(decided)).isHeldBecause("has decided himself already");
		theTrial(Trial.of(Trial.REPLY).asking(ask).standing(decided)).isAccepted();
	}

	@Test
	void VA_09_oneOfSeveralMandatesIsEnough() {
		theTrial(onBehalf().under(mandate(ANNA, EVA, RECEIVED.minusSeconds(2), RECEIVED, List.of(), null), NOVEMBER))
			.isAccepted();
	}

	@Test
	void VA_09_aMandateOfSomebodyElseOrForSomebodyElseIsNone() {
		theTrial(onBehalf().under(mandate(ANNA, BO, RECEIVED, RECEIVED.plusSeconds(1), List.of(), null)))
			.isHeldBecause("without a mandate");
		theTrial(onBehalf().under(mandate(BO, EVA, RECEIVED, RECEIVED.plusSeconds(1), List.of(), null)))
			.isHeldBecause("without a mandate");
	}

	@Test
	void VA_08_withoutAMandateWhoeverWasNotAskedIsRefused() {
		theTrial(inOwnName()).isRefusedBy("binding");
		theTrial(inOwnName().under(NOVEMBER).unknown(EVA)).isRefusedBy("person");
	}

	@Test
	void VA_08_aDelegateDoesNotAnswerInTheNameOfWhoeverWasNotAsked() {
		theTrial(Trial
			.of("Sender: Eva Skov <eva.skov@min.example>\n"
					+ Trial.REPLY.replace("Anna Holm <anna.holm@min.example>", "Bo Lind <bo.lind@min.example>"))
			.asking(Trial.ask("ask@min.example", Trial.CASE, ANNA, 1, Ask.State.OPEN))
			.seenIn(Trial.seen(EVA, Folder.SENT))
			.under(NOVEMBER)).isRefusedBy("person");
	}

	@Test
	void VA_09_aSenderWhoIsNotNamedPlainlyIsHeld() {
		for (var sender : List.of("x: eva.skov@min.example;", "eva.skov@min.example, eva.skov@min.example",
				"<@evil.example:eva.skov@min.example>", "eva.skov(x)@min.example", "")) {
			theTrial(Trial.withHeader("Sender: " + sender).seenIn(Trial.seen(EVA, Folder.SENT)).under(NOVEMBER))
				.isHeldBecause("could not be read");
		}
	}

	@Test
	void VA_09_aSenderWhoIsNotInTheDirectoryIsHeld() {
		theTrial(onBehalf().under(NOVEMBER).unknown(EVA)).isHeldBecause("not in the directory");
	}

	@Test
	void VA_11a_theDelegatesOwnCopyIsWhatProvesIt() {
		theTrial(onBehalf().under(NOVEMBER).seenIn(Trial.seen(ANNA, Folder.SENT))).isHeldBecause("does not hold it");
	}

	private static Trial onBehalf() {
		return Trial.withHeader("Sender: Eva Skov <eva.skov@min.example>").seenIn(Trial.seen(EVA, Folder.SENT));
	}

	private static Trial inOwnName() {
		return Trial.with("From: Anna Holm <anna.holm@min.example>", "From: Eva Skov <eva.skov@min.example>")
			.seenIn(Trial.seen(EVA, Folder.SENT));
	}

	private static Mandate mandate(EmailAddress principal, EmailAddress delegate, Instant from, Instant to,
			List<String> categories, @Nullable BigDecimal maxAmount) {
		return new Mandate("m1", principal, delegate, from, to, categories, maxAmount, "DKK");
	}

}
