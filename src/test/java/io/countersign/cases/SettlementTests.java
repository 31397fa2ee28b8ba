package io.countersign.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.countersign.identity.EmailAddress;
import io.countersign.identity.Level;
import io.countersign.intake.MessageId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** When a case is decided, and how, by the answers of several. */
class SettlementTests {

	private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");

	private static final EmailAddress ANNA = new EmailAddress("anna.holm@min.example");

	private static final EmailAddress BO = new EmailAddress("bo.lind@min.example");

	private static final EmailAddress BODIL = new EmailAddress("bodil.krag@min.example");

	private static final Map<EmailAddress, Level> LEVELS = Map.of(ANNA, Level.MINISTER, BO, Level.HEAD_OF_DEPARTMENT,
			BODIL, Level.HEAD_OF_DEPARTMENT);

	private final List<Ask> asks = new ArrayList<>();

	private final List<Verdict> verdicts = new ArrayList<>();

	@Test
	void theHighestApproverDecidesAlone() {
		var anna = ask(ANNA, 1);
		ask(BO, 1);

		says(anna, Outcome.APPROVED);

		assertThat(settled(Set.of())).isEqualTo(new Settlement(Optional.of(Outcome.APPROVED), Optional.of(BO)));
	}

	@Test
	void aLowerApproverLeavesItToTheHigher() {
		ask(ANNA, 1);
		var bo = ask(BO, 1);

		says(bo, Outcome.APPROVED);

		assertThat(settled(Set.of())).isEqualTo(new Settlement(Optional.empty(), Optional.of(ANNA)));
	}

	@Test
	void aLateYesFromBelowChangesNoRefusalFromAbove() {
		var anna = ask(ANNA, 1);
		var bo = ask(BO, 1);

		says(anna, Outcome.REJECTED);
		says(bo, Outcome.APPROVED);

		assertThat(settled(Set.of()).outcome()).contains(Outcome.REJECTED);
	}

	@Test
	void equalsDecideTogether() {
		var bo = ask(BO, 1);
		var bodil = ask(BODIL, 1);

		says(bo, Outcome.APPROVED);
		assertThat(settled(Set.of())).isEqualTo(new Settlement(Optional.empty(), Optional.of(BODIL)));

		says(bodil, Outcome.APPROVED_WITH_CONDITIONS);
		assertThat(settled(Set.of()).outcome()).contains(Outcome.APPROVED_WITH_CONDITIONS);
	}

	@Test
	void oneRefusalAmongEqualsOutweighsWhatIsApprovedAfterIt() {
		var bo = ask(BO, 1);
		var bodil = ask(BODIL, 1);

		says(bo, Outcome.REJECTED);
		says(bodil, Outcome.APPROVED);

		assertThat(settled(Set.of()).outcome()).contains(Outcome.REJECTED);
	}

	@Test
	void whoTakesHisYesBackLeavesTheCaseWaiting() {
		var anna = ask(ANNA, 1);

		says(anna, Outcome.APPROVED);
		assertThat(settled(Set.of()).state()).isEqualTo(CaseState.DECIDED);

		supersedeLast();
		says(anna, Outcome.RETURNED);
		assertThat(settled(Set.of())).isEqualTo(new Settlement(Optional.empty(), Optional.of(ANNA)));
	}

	@Test
	void aYesToAnOlderVersionDoesNotDecideTheNewer() {
		var first = ask(ANNA, 1);
		ask(ANNA, 2);

		says(first, Outcome.APPROVED);

		assertThat(settled(Set.of())).isEqualTo(new Settlement(Optional.empty(), Optional.of(ANNA)));
	}

	@Test
	void anAnswerToAnOlderVersionLeavesTheNewerDecided() {
		var first = ask(BO, 1);
		var second = ask(ANNA, 2);

		says(second, Outcome.REJECTED);
		says(first, Outcome.APPROVED);

		assertThat(settled(Set.of()).outcome()).contains(Outcome.REJECTED);
	}

	@Test
	void whoPassesItOnLeavesItToTheOtherUntilHeDecidesHimself() {
		var anna = ask(ANNA, 1);
		var bo = ask(BO, 1);

		says(anna, Outcome.DELEGATED);
		says(bo, Outcome.APPROVED);
		assertThat(settled(Set.of()).outcome()).contains(Outcome.APPROVED);

		this.verdicts.set(0, superseded(this.verdicts.getFirst()));
		says(anna, Outcome.REJECTED);
		assertThat(settled(Set.of()).outcome()).contains(Outcome.REJECTED);
	}

	@Test
	void whoIsAskedTheSameTwiceAnswersOnce() {
		ask(ANNA, 1);
		var reminder = ask(ANNA, 1);

		says(reminder, Outcome.APPROVED);

		assertThat(settled(Set.of()).outcome()).contains(Outcome.APPROVED);
	}

	@Test
	void afterAMergeOneAnswerIsNotBoth() {
		var own = ask(ANNA, 1);
		var other = ask(ANNA, 1);

		says(own, Outcome.APPROVED);
		assertThat(settled(Set.of(other.id()))).isEqualTo(new Settlement(Optional.empty(), Optional.of(ANNA)));

		says(other, Outcome.APPROVED);
		assertThat(settled(Set.of(other.id())).outcome()).contains(Outcome.APPROVED);
	}

	@Test
	void whatIsHeldOrWithdrawnDecidesNothing() {
		var anna = ask(ANNA, 1);
		this.verdicts.add(verdict(anna, Outcome.APPROVED, Verdict.State.HELD));

		assertThat(settled(Set.of()).state()).isEqualTo(CaseState.WAITING);

		this.asks.set(0, with(anna, Ask.State.WITHDRAWN));
		says(anna, Outcome.APPROVED);
		assertThat(settled(Set.of())).isEqualTo(new Settlement(Optional.empty(), Optional.empty()));
	}

	private Settlement settled(Set<AskId> merged) {
		return Settlement.of(this.asks, merged, this.verdicts,
				(address) -> LEVELS.getOrDefault(address, Level.CASE_WORKER));
	}

	private Ask ask(EmailAddress approver, int revision) {
		var ask = new Ask(new AskId("ask_" + this.asks.size()), new CaseId("cs_1"), new MessageId("msg_1"),
				Optional.empty(), approver, revision, List.of(), "", Ask.State.OPEN, AT);
		this.asks.add(ask);
		return ask;
	}

	private static Ask with(Ask ask, Ask.State state) {
		return new Ask(ask.id(), ask.caseId(), ask.message(), ask.internetMessageId(), ask.approver(), ask.revision(),
				ask.documents(), ask.textSha256(), state, ask.askedAt());
	}

	private void says(Ask ask, Outcome outcome) {
		this.verdicts.add(verdict(ask, outcome, Verdict.State.ACTIVE));
	}

	private void supersedeLast() {
		this.verdicts.set(this.verdicts.size() - 1, superseded(this.verdicts.getLast()));
	}

	private static Verdict superseded(Verdict verdict) {
		return new Verdict(verdict.id(), Verdict.State.SUPERSEDED, verdict.decision(), verdict.recordedAt(),
				verdict.supersedes());
	}

	private Verdict verdict(Ask ask, Outcome outcome, Verdict.State state) {
		var at = AT.plusSeconds(60L * this.verdicts.size());
		var decision = new Decision(ask.id(), outcome, ask.approver(), ask.approver(), Decision.Method.MAIL_REPLY,
				List.of(), Optional.empty(), "A2", List.of(), Optional.empty(), List.of(), Optional.empty(), "", at);
		return new Verdict("vd_" + this.verdicts.size(), state, decision, at, Optional.empty());
	}

}
