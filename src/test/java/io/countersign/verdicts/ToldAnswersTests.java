package io.countersign.verdicts;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.countersign.cases.AnswerPolicy.Voucher;
import io.countersign.cases.Ask;
import io.countersign.cases.AskId;
import io.countersign.cases.CaseId;
import io.countersign.cases.CaseNumber;
import io.countersign.cases.CaseState;
import io.countersign.cases.CaseView;
import io.countersign.intake.MessageId;
import io.countersign.reading.Amounts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a program may say of somebody's answer. */
class ToldAnswersTests {

	private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");

	private final Ask ask = new Ask(new AskId("ask_1"), new CaseId("cs_1"), new MessageId("msg_1"), Optional.empty(),
			Trial.ANNA, 1, List.of(), "b".repeat(64), Ask.State.OPEN, AT);

	@Test
	void VA_23_aCaseThatAsksForBetterProofIsNotDecidedByTheWordOfAProgram() {
		var told = new ToldAnswers(Policy.properties(Map.of("ministersvar", ProofLevel.A3), Trust.NOTHING),
				Stakes.unread());

		assertThat(told.objection(of("ministersvar"), this.ask, AT, Voucher.PROGRAM))
			.contains("Cases of the type ministersvar ask for proof of level A3, and a program gives A2.");
		assertThat(told.objection(of("notat"), this.ask, AT, Voucher.PROGRAM)).isEmpty();
	}

	@Test
	void VA_23_twoPeopleDoNotGiveTheProofThatIsAskedFor() {
		var policy = new ToldAnswers(Policy.properties(Map.of("ministersvar", ProofLevel.A4), Trust.NOTHING),
				Stakes.unread());

		assertThat(policy.objection(of("ministersvar"), this.ask, AT, Voucher.RELEASE))
			.contains("Cases of the type ministersvar ask for proof of level A4, and a release leaves it at A1.");
		assertThat(policy.objection(of("notat"), this.ask, AT, Voucher.RELEASE)).isEmpty();
		assertThat(policy.objection(of("notat"), this.ask, AT.plus(Duration.ofDays(91)), Voucher.RELEASE).orElse(""))
			.startsWith("The request has expired");
	}

	@Test
	void VA_06_anExpiredRequestIsNotDecidedByAProgramEither() {
		var told = new ToldAnswers(Policy.properties(Map.of(), Trust.NOTHING), Stakes.unread());

		assertThat(told.objection(of("notat"), this.ask, AT.plus(Duration.ofDays(90)), Voucher.PROGRAM)).isEmpty();
		assertThat(told.objection(of("notat"), this.ask, AT.plus(Duration.ofDays(91)), Voucher.PROGRAM).orElse(""))
			.startsWith("The request has expired");
	}

	@Test
	void VA_23_aCaseOfTwoKindsIsAsStrictForAProgramAsTheStricterOne() {
		var told = new ToldAnswers(Policy.properties(Map.of("ministersvar", ProofLevel.A3), Trust.NOTHING),
				stakes(List.of("notat", "ministersvar"), Optional.empty()));

		assertThat(told.objection(of("notat"), this.ask, AT, Voucher.PROGRAM))
			.contains("Cases of the type ministersvar ask for proof of level A3, and a program gives A2.");
	}

	@Test
	void VA_23_onlyWhatCostsMuchIsKeptFromAProgram() {
		var limit = new Costly(Map.of("DKK", BigDecimal.valueOf(100_000)), ProofLevel.A4, List.of());

		assertThat(objection(limit, cost("Kan du godkende 90.000 kr. til kurset?"))).isEmpty();
		assertThat(objection(limit, cost("Kan du godkende notatet?"))).isEmpty();
		assertThat(objection(limit, cost("Kan du godkende 150.000 kr. til kurset?")).orElse(""))
			.startsWith("What it costs asks for proof of level A4, and a program gives A2: ");
		assertThat(objection(limit, Optional.empty()).orElse("")).endsWith("What this costs could not be read.");
	}

	@Test
	void VA_23_aLimitThatAProgramFulfilsOrThatIsForOtherCasesKeepsNothingFromIt() {
		var enough = new Costly(Map.of("DKK", BigDecimal.TEN), ProofLevel.A2, List.of());
		var others = new Costly(Map.of("DKK", BigDecimal.TEN), ProofLevel.A4, List.of("budget"));

		assertThat(objection(enough, cost("Kan du godkende 150.000 kr.?"))).isEmpty();
		assertThat(objection(others, cost("Kan du godkende 150.000 kr.?"))).isEmpty();
	}

	@Test
	void VA_23_whereNobodyReadsWhatIsAtStakeEveryLimitIsReached() {
		var limit = new Costly(Map.of("DKK", BigDecimal.valueOf(100_000)), ProofLevel.A3, List.of("notat"));
		var told = new ToldAnswers(Policy.properties(limit), Stakes.unread());

		assertThat(told.objection(of("notat"), this.ask, AT, Voucher.PROGRAM)).isPresent();
		assertThat(told.objection(of("presse"), this.ask, AT, Voucher.PROGRAM)).isEmpty();
	}

	private Optional<String> objection(Costly limit, Optional<Cost> cost) {
		return new ToldAnswers(Policy.properties(limit), stakes(List.of("notat"), cost)).objection(of("notat"),
				this.ask, AT, Voucher.PROGRAM);
	}

	private static Optional<Cost> cost(String words) {
		return Optional.of(new Cost(List.of(Amounts.in(words)), List.of()));
	}

	private static Stakes stakes(List<String> kinds, Optional<Cost> cost) {
		return new Stakes() {

			@Override
			public List<String> kinds(CaseView view) {
				return kinds;
			}

			@Override
			public Optional<Cost> cost(CaseView view) {
				return cost;
			}

		};
	}

	private CaseView of(String type) {
		return new CaseView(this.ask.caseId(), new CaseNumber("2026-0001"), "Indstilling", type, "da",
				CaseState.WAITING, Optional.empty(), AT, Optional.empty(), Optional.empty(), AT, AT, 1,
				this.ask.message(), List.of(), List.of(this.ask), List.of(), List.of(), List.of(), List.of(),
				List.of());
	}

}
