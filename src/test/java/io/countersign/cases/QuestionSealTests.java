package io.countersign.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.countersign.identity.EmailAddress;
import io.countersign.intake.MessageId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QuestionSealTests {

	private static final EmailAddress ANNA = new EmailAddress("anna.holm@min.example");

	private static final Instant END = Instant.parse("2026-12-03T10:00:00Z");

	private final QuestionSeal seal = new QuestionSeal("a secret of this installation");

	private final Ask ask = ask("ask_1", ANNA, 1);

	private final Verdict held = held("vd_1", this.ask);

	private final String name = this.seal.name(this.held, this.ask, END, "min.example");

	@Test
	void VA_05_aNameIsDrawnWith128BitsAndNeverTwice() {
		assertThat(this.name).matches("countersign\\.ask\\.[0-9a-f]{32}\\.[0-9a-f]{8}\\.[0-9a-f]{64}@min\\.example");
		assertThat(this.seal.name(this.held, this.ask, END, "min.example")).isNotEqualTo(this.name);
		assertThat(this.seal.endOf(this.name)).contains(END);
	}

	@Test
	void VA_05_aNameIsForOneRequestOneApproverAndOneRevision() {
		assertThat(this.seal.isFor(this.name, this.held, this.ask)).isTrue();

		assertThat(this.seal.isFor(this.name, this.held, ask("ask_1", new EmailAddress("bo@min.example"), 1)))
			.isFalse();
		assertThat(this.seal.isFor(this.name, this.held, ask("ask_1", ANNA, 2))).isFalse();
		assertThat(this.seal.isFor(this.name, held("vd_2", this.ask), this.ask)).isFalse();
		var other = ask("ask_2", ANNA, 1);
		assertThat(this.seal.isFor(this.name, held("vd_1", other), other)).isFalse();
	}

	@Test
	void VA_05_nobodyMakesOneUpOrMakesOneLastLonger() {
		var later = this.name.replace("%08x".formatted(END.getEpochSecond()),
				"%08x".formatted(END.getEpochSecond() + 60));
		assertThat(later).isNotEqualTo(this.name);

		assertThat(this.seal.hasForm(later)).isTrue();
		assertThat(this.seal.isFor(later, this.held, this.ask)).isFalse();
		assertThat(new QuestionSeal("another secret").isFor(this.name, this.held, this.ask)).isFalse();
		assertThat(this.seal.hasForm("countersign.0123@min.example")).isFalse();
	}

	@Test
	void VA_05_aRequestThatIsPutAgainHasANameForItAlone() {
		var again = this.seal.again(this.ask, END, "min.example");

		assertThat(this.seal.isAgain(again, this.ask)).isTrue();
		assertThat(this.seal.isAgain(again, ask("ask_1", ANNA, 2))).isFalse();
		assertThat(this.seal.isAgain(this.name, this.ask)).as("a question about a held answer is another").isFalse();
		assertThat(this.seal.isFor(again, this.held, this.ask)).isFalse();
	}

	private static Ask ask(String id, EmailAddress approver, int revision) {
		return new Ask(new AskId(id), new CaseId("cs_1"), new MessageId("msg_1"), Optional.empty(), approver, revision,
				List.of(), "b".repeat(64), Ask.State.OPEN, END.minusSeconds(60));
	}

	private static Verdict held(String id, Ask ask) {
		return new Verdict(id, Verdict.State.HELD,
				new Decision(ask.id(), Outcome.APPROVED, ask.approver(), ask.approver(), Decision.Method.MAIL_REPLY,
						List.of(), Optional.empty(), "A1", List.of(), Optional.empty(), List.of(), Optional.empty(), "",
						END.minusSeconds(30)),
				END.minusSeconds(30), Optional.empty());
	}

}
