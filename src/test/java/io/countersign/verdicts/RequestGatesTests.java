package io.countersign.verdicts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.countersign.cases.Ask;
import io.countersign.cases.CaseId;
import io.countersign.cases.CaseState;
import io.countersign.cases.Outcome;
import io.countersign.intake.Folder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.countersign.verdicts.JudgementAssert.theTrial;
import static io.countersign.verdicts.Trial.ANNA;
import static io.countersign.verdicts.Trial.BO;
import static io.countersign.verdicts.Trial.CASE;
import static io.countersign.verdicts.Trial.ask;
import static org.assertj.core.api.Assertions.assertThat;

/** Whether a reply answers a request that was put to its author. */
class RequestGatesTests {

	private static final String THREAD = "In-Reply-To: <ask@min.example>\nReferences: <ask@min.example>\n";

	private static final CaseId OTHER_CASE = new CaseId("cs_2");

	@Test
	void VA_04_anAnswerToAMailWithAnotherVersionThanWasAskedAboutIsHeld() {
		var reply = Trial.with(THREAD,
				"In-Reply-To: <v2@min.example>\nReferences: <ask@min.example> <v2@min.example>\n");

		assertThat(theTrial(reply).isAccepted().decision().level()).as("nothing new came with it").isNotEmpty();
		theTrial(reply.unasked("v2@min.example")).isHeldBecause(
				"It answers a mail that brought another version of what was asked, or asked something else.");
	}

	@Test
	void VA_04_anAnswerToTheRequestItselfIsNotHeldByALaterVersion() {
		var reply = Trial.with(THREAD, THREAD).unasked("v2@min.example");

		theTrial(reply).isAccepted();
	}

	@Test
	void VA_04_aVersionThatTheRequestDoesNotHaveIsHeld() {
		var third = new ThreadFacts(Set.of("Databehandleraftale, version 3"), Set.of(), Optional.empty());

		assertThat(Trial.saying("Godkendt version 7").judged()).isNotInstanceOf(Judgement.Accepted.class);
		assertThat(Trial.saying("Godkendt version 3").judged()).isNotInstanceOf(Judgement.Accepted.class);
		assertThat(Trial.saying("Godkendt version 1").judged()).isNotInstanceOf(Judgement.Accepted.class);
		assertThat(Trial.saying("Godkendt version 2\n\n> Version 1 og version 2").judged())
			.isNotInstanceOf(Judgement.Accepted.class);
		assertThat(Trial.saying("Godkendt version 2\n\n> Se version 2").judged())
			.isInstanceOf(Judgement.Accepted.class);
		assertThat(Trial.saying("Version 2.1 er godkendt\n\n> Se version 2").judged())
			.isNotInstanceOf(Judgement.Accepted.class);
		assertThat(Trial.with("Udkast til svar", "Databehandleraftale, version 3").in(third).judged())
			.isInstanceOf(Judgement.Accepted.class);
		assertThat(Trial
			.of(Trial.REPLY.replace("Udkast til svar", "Databehandleraftale, version 3")
				.replace("\nGodkendt\n", "\nGodkendt version 3\n"))
			.in(third)
			.judged()).isInstanceOf(Judgement.Accepted.class);
	}

	@Test
	void VA_04_anOptionOfTheRequestCountsWhereItIsRepeated() {
		assertThat(Trial.saying("Option B approved\n\n> Shall we take option A or B?").judged())
			.isInstanceOf(Judgement.Accepted.class);
		assertThat(Trial.saying("Option C approved\n\n> Shall we take option A or B?").judged())
			.isNotInstanceOf(Judgement.Accepted.class);
		assertThat(Trial.saying("Option C approved\n\n> Shall we take options A, B or C?").judged())
			.isInstanceOf(Judgement.Accepted.class);
	}

	@Test
	void VA_04_theNearestAskOfItsAuthorIsBound() {
		var first = ask("ask@min.example", CASE, ANNA, 1, Ask.State.OPEN);
		var second = ask("second@min.example", CASE, ANNA, 2, Ask.State.OPEN);
		var reply = Trial
			.with(THREAD, "In-Reply-To: <second@min.example>\nReferences: <ask@min.example> <second@min.example>\n")
			.asking(first, second);

		assertThat(theTrial(reply).isAccepted().decision().ask()).isEqualTo(second.id());
	}

	@Test
	void VA_04_aNameThatStandsForTwoVersionsBindsNeither() {
		theTrial(Trial.of(Trial.REPLY)
			.asking(ask("ask@min.example", CASE, ANNA, 1, Ask.State.OPEN),
					ask("ask@min.example", CASE, ANNA, 2, Ask.State.OPEN)))
			.isHeldBecause("two versions");
	}

	@Test
	void VA_04_asksOfCasesThatWereMergedAreStillSeveral() {
		var over = ask("far@min.example", CASE, ANNA, 2, Ask.State.OPEN);
		var reply = Trial.with(THREAD, "References: <ask@min.example> <far@min.example>\n")
			.asking(ask("ask@min.example", CASE, ANNA, 1, Ask.State.OPEN), over)
			.standing(new Standing(List.of(), Set.of(over.id()), Set.of()));

		theTrial(reply).isRefusedBy("binding");
	}

	@Test
	void VA_04_anAskInTheReferencesAloneIsBoundToo() {
		theTrial(Trial.with(THREAD, "In-Reply-To: <between@min.example>\nReferences: <ask@min.example>\n"))
			.isAccepted();
	}

	@Test
	void VA_04_onlyAsksOfSomebodyElseAreRefused() {
		theTrial(Trial.of(Trial.REPLY).asking(ask("ask@min.example", CASE, BO, 1, Ask.State.OPEN)))
			.isRefusedBy("binding");
	}

	@Test
	void VA_04_asksOfSeveralRequestsAreRefused() {
		theTrial(Trial.with(THREAD, "References: <ask@min.example> <far@min.example>\n")
			.asking(ask("ask@min.example", CASE, ANNA, 1, Ask.State.OPEN),
					ask("far@min.example", OTHER_CASE, ANNA, 1, Ask.State.OPEN)))
			.isRefusedBy("binding");
	}

	@Test
	void VA_04_anAskOfAnotherCaseThanItsThreadIsRefused() {
		theTrial(Trial.of(Trial.REPLY).asking(ask("ask@min.example", OTHER_CASE, ANNA, 1, Ask.State.OPEN)))
			.isRefusedBy("binding");
	}

	@Test
	void VA_04_noReferenceButAMatchingConversationIsHeld() {
		theTrial(Trial.with(THREAD, "")).isHeldBecause("It names no request");
	}

	@Test
	void VA_05_anAnswerToOurQuestionConfirmsWhatWasHeldAndNothingElse() {
		theTrial(Trial.of(Trial.REPLY).answering(Question.State.OPEN, Outcome.APPROVED)).isAccepted();

		theTrial(Trial.of(Trial.REPLY).answering(Question.State.OPEN, Outcome.REJECTED))
			.isHeldBecause("not with what was to be confirmed");
		theTrial(Trial.saying("Ja").answering(Question.State.OPEN, Outcome.REJECTED))
			.isHeldBecause("not with what was to be confirmed");
		theTrial(Trial.of(Trial.REPLY).answering(Question.State.OPEN, Outcome.APPROVED_WITH_CONDITIONS, "kun i år"))
			.isHeldBecause("not with what was to be confirmed");
	}

	@Test
	void VA_05_aQuestionIsAnsweredOnceAndInTimeAndNeverMadeUp() {
		for (var state : List.of(Question.State.ANSWERED, Question.State.EXPIRED, Question.State.UNKNOWN)) {
			theTrial(Trial.of(Trial.REPLY).answering(state, Outcome.APPROVED)).isRefusedBy("binding");
		}
	}

	@Test
	void VA_06_aClosedCaseTakesNoVerdict() {
		theTrial(Trial.of(Trial.REPLY).onCase(CaseState.CLOSED)).isRefusedBy("state");
	}

	@Test
	void VA_06_aRequestExpires() {
		var ask = Trial.ask("ask@min.example", Trial.CASE, Trial.ANNA, 1, Ask.State.OPEN);

		theTrial(Trial.of(Trial.REPLY).asking(askedAt(ask, Trial.RECEIVED.minus(Duration.ofDays(90))))).isAccepted();
		theTrial(Trial.of(Trial.REPLY).asking(askedAt(ask, Trial.RECEIVED.minus(Duration.ofDays(90)).minusSeconds(1))))
			.isRefusedBy("state");
	}

	@Test
	void VA_06_whatCameBeforeTheRequestWasMadeIsHeld() {
		var ask = Trial.ask("ask@min.example", Trial.CASE, Trial.ANNA, 1, Ask.State.OPEN);

		theTrial(Trial.of(Trial.REPLY).asking(askedAt(ask, Trial.RECEIVED.plus(Duration.ofMinutes(5))))).isAccepted();
		theTrial(Trial.of(Trial.REPLY).asking(askedAt(ask, Trial.RECEIVED.plus(Duration.ofMinutes(5)).plusSeconds(1))))
			.isHeldBecause("before the request");
	}

	@Test
	void VA_04_aYesToAMailThatNobodyHasSeenIsHeld() {
		var unseen = new ThreadFacts(Set.of(), Set.of("aside@min.example"), Optional.empty());

		theTrial(Trial.with("In-Reply-To: <ask@min.example>", "In-Reply-To: <aside@min.example>").in(unseen))
			.isHeldBecause("nobody here has seen");
		theTrial(Trial.with("References: <ask@min.example>", "References: <ask@min.example> <aside@min.example>")
			.in(unseen)).isAccepted();
	}

	@Test
	void VA_06_whatTurnsUpOnlyWhenTheRequestHasExpiredIsHeld() {
		var end = Trial.ask("ask@min.example", Trial.CASE, Trial.ANNA, 1, Ask.State.OPEN)
			.askedAt()
			.plus(Duration.ofDays(90));
		var reply = Trial.of(Trial.REPLY);

		theTrial(reply.seenIn(Trial.seen(ANNA, Folder.SENT, Trial.filedAfter(end.plusSeconds(1)))))
			.isHeldBecause("turned up only when the request had expired");
		theTrial(reply.seenIn(Trial.seen(ANNA, Folder.SENT, Trial.filedAfter(Trial.RECEIVED)))).isAccepted();
	}

	@Test
	void VA_06_onlyAnAnswerThatIsOtherwiseGoodCameTooLate() {
		var late = Trial.of(Trial.REPLY).onCase(CaseState.CLOSED);
		assertThat(late.judged())
			.satisfies((refused) -> assertThat(((Judgement.Refused) refused).isOnlyLate()).isTrue());

		var doubted = Trial.of(Trial.REPLY).onCase(CaseState.CLOSED).seenIn(Trial.seen(Trial.ANNA, Folder.INBOX));
		assertThat(doubted.judged())
			.satisfies((refused) -> assertThat(((Judgement.Refused) refused).isOnlyLate()).isFalse());

		var awaited = Trial.of(Trial.REPLY).onCase(CaseState.CLOSED).seenIn().sentItemsReadUpTo(Trial.RECEIVED);
		assertThat(awaited.judged()).satisfies((refused) -> {
			assertThat(((Judgement.Refused) refused).isOnlyLate()).isFalse();
			assertThat(((Judgement.Refused) refused).mayProveLate()).isTrue();
		});
	}

	private static Ask askedAt(Ask ask, Instant at) {
		return new Ask(ask.id(), ask.caseId(), ask.message(), ask.internetMessageId(), ask.approver(), ask.revision(),
				ask.documents(), ask.textSha256(), ask.state(), at);
	}

	@Test
	void VA_06_aWithdrawnRequestTakesNoVerdict() {
		theTrial(Trial.of(Trial.REPLY).asking(ask("ask@min.example", CASE, ANNA, 1, Ask.State.WITHDRAWN)))
			.isRefusedBy("state");
	}

	@Test
	void VA_06_anAnswerToTheOlderRevisionBindsThatOne() {
		var first = ask("ask@min.example", CASE, ANNA, 1, Ask.State.OPEN);
		var second = ask("second@min.example", CASE, ANNA, 2, Ask.State.OPEN);

		assertThat(theTrial(Trial.of(Trial.REPLY).asking(first, second)).isAccepted().decision().ask())
			.isEqualTo(first.id());
	}

	@Test
	void VA_08_lettersMayDifferInCase() {
		theTrial(Trial.with("anna.holm@min.example", "Anna.HOLM@min.EXAMPLE")).isAccepted();
	}

	@ParameterizedTest
	@ValueSource(strings = { "anna.holm+x@min.example", "annaholm@min.example", "anna.holm@min.example.evil.example",
			"anna.holm@rnin.example", "eve@evil.example" })
	void VA_08_aLikelyAddressIsNotThePersonWhoWasAsked(String address) {
		theTrial(Trial.with("<anna.holm@min.example>", "<%s>".formatted(address))).isRefusedBy("binding");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Reply-To: anna.holm@min.example", "X-Sender: anna.holm@min.example",
			"Sender: anna.holm@min.example" })
	void VA_08_noOtherFieldMakesSomebodyThePersonWhoWasAsked(String line) {
		theTrial(Trial.of(line + "\n"
				+ Trial.REPLY.replace("From: Anna Holm <anna.holm@min.example>", "From: Anna Holm <eve@evil.example>")))
			.isRefusedBy("binding");
	}

	@Test
	void VA_08_whoIsNotInTheDirectoryDecidesNothing() {
		theTrial(Trial.of(Trial.REPLY).unknown(ANNA)).isRefusedBy("person");
		theTrial(Trial.of(Trial.REPLY).onlyMetInMail(ANNA)).isRefusedBy("person");
	}

	/** People read a name before an address. */
	@Test
	void VA_08_aNameOfSomebodyElseIsADoubt() {
		theTrial(Trial.with("From: Anna Holm", "From: bo LIND"))
			.isHeldBecause("It shows the name of somebody else than its author.");
		theTrial(Trial.with("From: Anna Holm", "From: Ministeren")).isAccepted();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Sender: Eva Skov <eva.skov@min.example>", "Sender: nobody", "Sender:",
			"Sender: anna.holm@min.example, eva.skov@min.example" })
	void VA_09_whatSomebodySendsInTheAuthorsNameIsHeld(String line) {
		theTrial(Trial.withHeader(line)).isHeldBecause("in the author's name");
	}

	@Test
	void VA_09_theAuthorMayBeNamedAsSenderToo() {
		theTrial(Trial.withHeader("Sender: anna.holm@min.example")).isAccepted();
	}

}
