package io.countersign.verdicts;

import java.time.Duration;
import java.util.Optional;

import io.countersign.intake.Filing;
import io.countersign.intake.Folder;
import org.junit.jupiter.api.Test;

import static io.countersign.verdicts.JudgementAssert.theTrial;
import static io.countersign.verdicts.Trial.ANNA;
import static io.countersign.verdicts.Trial.BO;
import static io.countersign.verdicts.Trial.EVA;
import static io.countersign.verdicts.Trial.RECEIVED;
import static io.countersign.verdicts.Trial.seen;
import static org.assertj.core.api.Assertions.assertThat;

/** Whether the author's own Sent Items vouches for a reply. */
class ProofGateTests {

	private static final String TRAVELLED = Trial.REPLY.lines().findFirst().orElseThrow() + "\n";

	@Test
	void VA_11a_theCopyInTheAuthorsSentItemsProvesIt() {
		var accepted = theTrial(Trial.of(Trial.REPLY)).isAccepted();

		assertThat(accepted.decision().level()).isEqualTo("A3");
		assertThat(accepted.decision().gates())
			.anyMatch((gate) -> gate.gate().startsWith("proof (") && gate.result().equals("pass"));
	}

	@Test
	void VA_11a_theCopyProvesItAlsoBeforeTheFolderIsReadToItsEnd() {
		theTrial(Trial.of(Trial.REPLY).sentItemsReadUpTo(RECEIVED.minusSeconds(60))).isAccepted();
	}

	@Test
	void VA_11a_itWaitsWhileTheCopyMayStillTurnUp() {
		theTrial(inboxOnly().sentItemsReadUpTo(RECEIVED.minusSeconds(1))).waits();
		theTrial(inboxOnly().sentItemsReadUpTo(RECEIVED.plusSeconds(119))).waits();
	}

	@Test
	void VA_11a_aMissingCopyIsHeldOnceTheFolderHasBeenRead() {
		theTrial(inboxOnly().sentItemsReadUpTo(RECEIVED.plusSeconds(120))).isHeldBecause("does not hold it");
		assertThat(theTrial(inboxOnly()).isHeld().decision().level()).isEqualTo("A1");
	}

	@Test
	void VA_11a_itDoesNotWaitForEver() {
		var waiting = inboxOnly().sentItemsReadUpTo(RECEIVED.minusSeconds(1));

		theTrial(waiting.at(RECEIVED.plus(Duration.ofHours(23)))).waits();
		theTrial(waiting.at(RECEIVED.plus(Duration.ofHours(25)))).isHeldBecause("could not be read");
	}

	@Test
	void VA_11a_anUnwatchedAuthorIsHeld() {
		theTrial(inboxOnly().notWatched()).isHeldBecause("Exchange does not say");
	}

	@Test
	void VA_11a_sentItemsOfAnybodyElseProveNothing() {
		theTrial(Trial.of(Trial.REPLY).seenIn(seen(EVA, Folder.SENT), seen(BO, Folder.SENT))).isHeld();
		theTrial(untravelled().seenIn(seen(EVA, Folder.SENT), seen(BO, Folder.SENT))).isRefusedBy("proof");
	}

	@Test
	void VA_11a_whatWasDeliveredAndThenPutIntoSentProvesNothing() {
		var moved = seen(ANNA, Folder.SENT, new Filing(Optional.empty(), true));

		theTrial(Trial.of(Trial.REPLY).seenIn(seen(EVA, Folder.INBOX), moved)).isHeldBecause("does not hold it");
		theTrial(untravelled().seenIn(seen(EVA, Folder.INBOX), moved)).isRefusedBy("proof");
		theTrial(Trial.of(Trial.REPLY).seenIn(moved, seen(ANNA, Folder.SENT))).isAccepted();
	}

	@Test
	void VA_11a_theAuthorsInboxIsNoSentItems() {
		theTrial(Trial.of(Trial.REPLY).seenIn(seen(ANNA, Folder.INBOX))).isHeld();
	}

	@Test
	void VA_11a_whatHasNotTravelledAndWasNotSentIsRefused() {
		theTrial(untravelled().seenIn(seen(EVA, Folder.INBOX))).isRefusedBy("proof");
		theTrial(untravelled().seenIn(seen(EVA, Folder.INBOX)).notWatched()).isRefusedBy("proof");
	}

	@Test
	void VA_11a_whatHasNotTravelledYetMayStillBeFoundSent() {
		theTrial(untravelled().seenIn(seen(EVA, Folder.INBOX)).sentItemsReadUpTo(RECEIVED)).waits();
		theTrial(untravelled()).isAccepted();
	}

	@Test
	void VA_11a_aMailWithoutMessageIdCannotBeKnownByItsCopy() {
		theTrial(Trial.with("Message-ID: <reply@min.example>\n", "")).isHeldBecause("no Message-ID");
	}

	@Test
	void VA_11a_theCopyOfADelegateVouchesForTheDelegateOnly() {
		theTrial(Trial.withHeader("Sender: eva.skov@min.example").seenIn(seen(EVA, Folder.SENT)))
			.isHeldBecause("without a mandate");
	}

	@Test
	void aRefusalComesBeforeWaitingAndHolding() {
		theTrial(Trial.withHeader("Precedence: bulk").seenIn(seen(EVA, Folder.INBOX)).sentItemsReadUpTo(RECEIVED))
			.isRefusedBy("automatic");
	}

	private static Trial inboxOnly() {
		return Trial.of(Trial.REPLY).seenIn(seen(EVA, Folder.INBOX));
	}

	private static Trial untravelled() {
		return Trial.with(TRAVELLED, "");
	}

}
