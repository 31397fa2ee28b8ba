package io.countersign.verdicts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.countersign.cases.Ask;
import io.countersign.cases.AskId;
import io.countersign.cases.CaseId;
import io.countersign.cases.CaseNumber;
import io.countersign.cases.CaseState;
import io.countersign.cases.CaseView;
import io.countersign.intake.MessageId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a program may say of somebody's answer. */
class ToldAnswersTests {

	private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");

	private final Ask ask = new Ask(new AskId("ask_1"), new CaseId("cs_1"), new MessageId("msg_1"), Optional.empty(),
			Trial.ANNA, 1, List.of(), "b".repeat(64), Ask.State.OPEN, AT);

	@Test
	void VA_23_aCaseThatAsksForBetterProofIsNotDecidedByTheWordOfAProgram() {
		var told = new ToldAnswers(Policy.properties(Map.of("ministersvar", ProofLevel.A3), Trust.NOTHING));

		assertThat(told.objection(of("ministersvar"), this.ask, AT))
			.contains("Cases of the type ministersvar ask for proof of level A3, and a program gives A2.");
		assertThat(told.objection(of("notat"), this.ask, AT)).isEmpty();
	}

	@Test
	void VA_06_anExpiredRequestIsNotDecidedByAProgramEither() {
		var told = new ToldAnswers(Policy.properties(Map.of(), Trust.NOTHING));

		assertThat(told.objection(of("notat"), this.ask, AT.plus(Duration.ofDays(90)))).isEmpty();
		assertThat(told.objection(of("notat"), this.ask, AT.plus(Duration.ofDays(91))).orElse(""))
			.startsWith("The request has expired");
	}

	private CaseView of(String type) {
		return new CaseView(this.ask.caseId(), new CaseNumber("2026-0001"), "Indstilling", type, "da",
				CaseState.WAITING, Optional.empty(), AT, Optional.empty(), Optional.empty(), AT, AT, 1,
				this.ask.message(), List.of(), List.of(this.ask), List.of(), List.of(), List.of(), List.of(),
				List.of());
	}

}
