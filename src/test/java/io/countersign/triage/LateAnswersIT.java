package io.countersign.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.countersign.cases.CaseId;
import io.countersign.cases.CaseState;
import io.countersign.cases.Cases;
import io.countersign.cases.Outcome;
import io.countersign.cases.Regroupings;
import io.countersign.cases.Verdict;
import io.countersign.intake.MessageId;
import io.countersign.intake.Messages;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.jdbc.core.simple.JdbcClient;

import static io.countersign.scenario.Cast.BO;
import static io.countersign.scenario.Cast.DAN;
import static io.countersign.scenario.Cast.EVA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Answers to a question of ours, to a case that is over and to one that was merged. */
@ResourceLock(OneBureau.LOCK)
@ExtendWith(OneBureau.class)
class LateAnswersIT {

	private final Bureau office;

	private final Cases cases;

	private final JdbcClient database;

	LateAnswersIT(Bureau office) {
		this.office = office;
		this.cases = office.bean(Cases.class);
		this.database = office.bean(JdbcClient.class);
	}

	@Test
	void VA_19_whoeverWasAskedIsAskedAgainAndHisAnswerByMailCounts() {
		var held = this.office.held();
		var question = this.office.questions(held).getFirst();
		assertThat(question.path("recipients")).singleElement()
			.satisfies((to) -> assertThat(to.asString()).isEqualTo(BO.address()));
		var name = Bureau.messageId(question);

		this.office.answers(held, name, "Godkendt");

		await().atMost(Duration.ofSeconds(90))
			.until(() -> this.office.verdict(held).state() == Verdict.State.SUPERSEDED);
		assertThat(this.cases.get(held.caseId()).outcome()).contains(Outcome.APPROVED);
		this.office.answers(held, name, "Afvist");
		await().atMost(Duration.ofSeconds(90))
			.until(() -> this.office.notes(held).stream().anyMatch((note) -> note.contains("has been answered")));
		assertThat(this.cases.get(held.caseId()).outcome()).as("it is asked once").contains(Outcome.APPROVED);
	}

	@Test
	void VA_05_aQuestionNobodyPutIsAnsweredByNobody() {
		var held = this.office.held();
		var name = Bureau.messageId(this.office.questions(held).getFirst());
		var last = name.charAt(name.indexOf('@') - 1);

		this.office.answers(held, name.replace(last + "@", ((last == 'a') ? 'b' : 'a') + "@"), "Godkendt");

		await().atMost(Duration.ofSeconds(90))
			.until(() -> this.office.notes(held).stream().anyMatch((note) -> note.contains("never put")));
		assertThat(this.office.verdict(held).state()).isEqualTo(Verdict.State.HELD);
	}

	@Test
	void VA_06_aReplyToAClosedCaseDecidesNothingAndTheCaseSaysSo() {
		var request = this.office.asked();
		var id = new CaseId(this.office.message(request).path("case").asString());
		this.office.bean(Regroupings.class).close(id, this.office.person(EVA).id());

		this.office.answers(id, request.messageId().replaceAll("[<>]", ""), "Godkendt");

		await().atMost(Duration.ofSeconds(90))
			.until(() -> this.office.notes(id).stream().anyMatch((note) -> note.contains("The case is closed")));
		assertThat(this.cases.get(id).verdicts()).isEmpty();
	}

	@Test
	void VA_24_whoeverWasNotAskedAndAnswersIsRefusedForEverybodyToSee() {
		var request = this.office.asked();
		var id = new CaseId(this.office.message(request).path("case").asString());
		var stranger = Correspondent.of("Bo Lind", "bo.lind@rnin.example");
		var colleague = request.answeredBy(EVA, "Godkendt", Bureau.now());
		var lookAlike = request.answeredBy(stranger, "Godkendt", Bureau.now());
		var robot = request.answeredBy(BO, "Godkendt", Bureau.now()).header("Auto-Submitted: auto-replied");

		for (var letter : List.of(colleague, lookAlike, robot)) {
			this.office.control().place(DAN, "inbox", letter.bytes(), Instant.now());
		}

		await().atMost(Duration.ofSeconds(90)).until(() -> !refusals(robot).isEmpty());
		assertThat(refusals(colleague)).contains("person min.example");
		assertThat(refusals(lookAlike)).contains("person rnin.example");
		assertThat(refusals(robot)).contains("automatic min.example");
		assertThat(this.cases.get(id).verdicts()).isEmpty();
	}

	@Test
	void VA_24_whatTheRequesterSaysOfHisOwnRequestIsNoAnswer() {
		var request = this.office.asked();
		var id = new CaseId(this.office.message(request).path("case").asString());
		var own = request.answeredBy(DAN, "Er den godkendt?", Bureau.now()).to(BO);

		this.office.control().send(own);

		assertThat(this.office.message(own)).isNotNull();
		await().atMost(Duration.ofSeconds(90)).until(() -> this.office.message(own).path("case").isString());
		assertThat(this.office.notes(id)).noneMatch((note) -> note.contains("nothing was asked"));
		assertThat(refusals(own)).isEmpty();
	}

	@Test
	void VA_07_aMailIsNoVerdictOnASecondCaseUnderTheSameMessageId() {
		var held = this.office.held();
		var other = this.office.asked();
		var id = new CaseId(this.office.message(other).path("case").asString());
		var first = this.cases.get(held.caseId()).verdicts().getFirst().decision().message().orElseThrow();
		var name = this.office.bean(Messages.class).get(first).internetMessageId().orElseThrow();

		var again = other.answeredBy(BO, "Godkendt", Bureau.now()).named("<" + name + ">");
		this.office.control().send(again);

		await().atMost(Duration.ofSeconds(90)).until(() -> !otherUnder(name, first).isEmpty());
		var second = otherUnder(name, first).getFirst();
		await().atMost(Duration.ofSeconds(90)).until(() -> !refusals(second.value()).isEmpty());
		assertThat(refusals(second.value())).containsExactly("repeat min.example");
		assertThat(this.cases.get(id).verdicts()).isEmpty();
	}

	@Test
	void VA_07_aChangeOfMindSupersedesAndBothStayToBeSeen() {
		var request = this.office.asked();
		var id = new CaseId(this.office.message(request).path("case").asString());
		var name = request.messageId().replaceAll("[<>]", "");

		this.office.answers(id, name, "Godkendt");
		await().atMost(Duration.ofSeconds(90)).until(() -> this.cases.get(id).verdicts().size() == 1);
		this.office.answers(id, name, "Afvist");
		await().atMost(Duration.ofSeconds(90)).until(() -> this.cases.get(id).verdicts().size() == 2);

		assertThat(this.cases.get(id).verdicts())
			.extracting((verdict) -> verdict.decision().outcome() + " " + verdict.state())
			.containsExactly("APPROVED SUPERSEDED", "REJECTED ACTIVE");
	}

	@Test
	void VA_07_whoTakesHisYesBackLeavesNoApprovedCaseAndIsAskedAgain() {
		var request = this.office.asked();
		var id = new CaseId(this.office.message(request).path("case").asString());
		var name = request.messageId().replaceAll("[<>]", "");

		this.office.answers(id, name, "Godkendt");
		await().atMost(Duration.ofSeconds(90)).until(() -> this.cases.get(id).state() == CaseState.DECIDED);
		this.office.answers(id, name, "Sendes retur. Tabel 2 mangler.");
		await().atMost(Duration.ofSeconds(90)).until(() -> this.cases.get(id).state() == CaseState.WAITING);

		var view = this.cases.get(id);
		assertThat(view.outcome()).isEmpty();
		assertThat(view.asks()).singleElement().satisfies((ask) -> assertThat(ask.isOpen()).isTrue());
		assertThat(view.holder()).hasValueSatisfying((holder) -> assertThat(holder.value()).isEqualTo(DAN.address()));
	}

	@Test
	void VA_04_aYesToACorrectionInWordsIsHeld() {
		var request = this.office.asked();
		var id = new CaseId(this.office.message(request).path("case").asString());
		var correction = request
			.answeredBy(DAN, "Rettelse: det bliver 2 mio. kr. i stedet. Godkend venligst.", Bureau.now())
			.to(BO);
		this.office.control().send(correction);
		await().atMost(Duration.ofSeconds(90)).until(() -> this.office.message(correction).path("case").isString());

		this.office.answers(id, correction.messageId().replaceAll("[<>]", ""), "Godkendt");

		await().atMost(Duration.ofSeconds(90)).until(() -> !this.cases.get(id).verdicts().isEmpty());
		assertThat(this.cases.get(id).verdicts()).singleElement()
			.satisfies((verdict) -> assertThat(verdict.state()).isEqualTo(Verdict.State.HELD));
	}

	/** Both mails bear that name, and the one that came first is found by it first. */
	private List<MessageId> otherUnder(String name, MessageId first) {
		return this.office.bean(Messages.class)
			.byInternetMessageId(name)
			.stream()
			.filter((message) -> !message.equals(first))
			.toList();
	}

	private List<String> refusals(Letter letter) {
		return refusals(this.office.message(letter).path("id").asString());
	}

	private List<String> refusals(String message) {
		return this.database.sql("""
				select data ->> 'category' || ' ' || (data ->> 'sender_domain') from entry
				where type = 'security.reply_refused' and stream = ?
				""").param("message/" + message).query((row, _) -> row.getString(1)).list();
	}

	@Test
	void aDecidedCaseWaitsAgainForWhatIsMergedIntoItUntilThatIsUndone() {
		var answered = this.office.asked();
		var decided = new CaseId(this.office.message(answered).path("case").asString());
		var open = new CaseId(this.office.message(this.office.asked()).path("case").asString());
		this.office.answers(decided, answered.messageId().replaceAll("[<>]", ""), "Godkendt");
		await().atMost(Duration.ofSeconds(90)).until(() -> this.cases.get(decided).state() == CaseState.DECIDED);
		var regroupings = this.office.bean(Regroupings.class);
		var eva = this.office.person(EVA).id();

		var merge = regroupings.merge(open, decided, eva);
		var waiting = this.cases.get(decided);
		regroupings.undo(merge.id(), eva);

		assertThat(waiting.state()).isEqualTo(CaseState.WAITING);
		assertThat(waiting.outcome()).isEmpty();
		assertThat(waiting.holder()).hasValueSatisfying((who) -> assertThat(who.value()).isEqualTo(BO.address()));
		assertThat(this.cases.get(decided).state()).isEqualTo(CaseState.DECIDED);
		assertThat(this.cases.get(decided).outcome()).contains(Outcome.APPROVED);
		assertThat(this.cases.get(open).state()).isEqualTo(CaseState.WAITING);
	}

	@Test
	void aReplyInTheThreadOfAMergedCaseDecidesWhatItAnswersOnTheCaseThatStays() {
		var request = this.office.asked();
		var stays = new CaseId(this.office.message(this.office.asked()).path("case").asString());
		var merged = new CaseId(this.office.message(request).path("case").asString());
		var ask = this.cases.get(merged).asks().getFirst().id();
		this.office.bean(Regroupings.class).merge(merged, stays, this.office.person(EVA).id());

		var reply = request.answeredBy(BO, "Godkendt\n\nBo" + request.quoted(), Bureau.now())
			.header("Received: from a.min.example (10.0.0.7) by b.min.example; " + Bureau.date())
			.header("X-MS-Exchange-Organization-AuthAs: Internal")
			.header("X-MS-Exchange-Organization-MessageDirectionality: Originating")
			.header("X-MS-Exchange-CrossTenant-Id: sandbox");
		this.office.control().place(DAN, "inbox", reply.bytes(), Instant.now());

		await().atMost(Duration.ofSeconds(90)).until(() -> this.office.message(reply).path("case").isString());
		assertThat(this.office.message(reply).path("case").asString()).isEqualTo(stays.value());
		assertThat(this.cases.get(stays).verdicts()).singleElement().satisfies((verdict) -> {
			assertThat(verdict.state()).isEqualTo(Verdict.State.ACTIVE);
			assertThat(verdict.decision().outcome()).isEqualTo(Outcome.APPROVED);
			assertThat(verdict.decision().ask()).isEqualTo(ask);
		});
		assertThat(this.cases.get(merged).verdicts()).isEmpty();
	}

	@Test
	void VA_06_theOwnerHearsOfAGoodAnswerThatCameTooLateAndOfNoForgedOne() {
		var request = this.office.asked();
		var id = new CaseId(this.office.message(request).path("case").asString());
		this.office.bean(Regroupings.class).close(id, this.office.person(EVA).id());
		var forged = request.answeredBy(BO, "Godkendt\n\nBo", Bureau.now())
			.header("Received: from edge.min.example (10.0.0.7) by store.min.example; " + Bureau.date())
			.header("Received: from mail.evil.example (203.0.113.66) by edge.min.example; " + Bureau.date());
		this.office.control().place(DAN, "inbox", forged.bytes(), Instant.now());
		var mail = this.office.message(forged);
		await().atMost(Duration.ofSeconds(90)).until(() -> !this.office.reviews(mail).isEmpty());
		assertThat(this.office.writebacks(id, "LATE")).isEmpty();

		this.office.answers(id, request.messageId().replaceAll("[<>]", ""), "Godkendt");

		await().atMost(Duration.ofSeconds(90)).until(() -> this.office.writebacks(id, "LATE").size() == 1);
		assertThat(this.office.writebacks(id, "LATE")).containsExactly("{%s}".formatted(DAN.address()));
		assertThat(this.cases.get(id).verdicts()).isEmpty();
	}

	@Test
	void VA_06_aRequestOfLastSpringIsAnsweredByNoMail() {
		var request = this.office.asked();
		var id = new CaseId(this.office.message(request).path("case").asString());
		this.database.sql("update ask set asked_at = asked_at - interval '91 days' where case_id = ?")
			.param(id.value())
			.update();

		this.office.answers(id, request.messageId().replaceAll("[<>]", ""), "Godkendt");

		await().atMost(Duration.ofSeconds(90))
			.until(() -> this.office.notes(id).stream().anyMatch((note) -> note.contains("has expired")));
		await().atMost(Duration.ofSeconds(90)).until(() -> this.office.writebacks(id, "LATE").size() == 1);
		assertThat(this.cases.get(id).verdicts()).isEmpty();
	}

}
