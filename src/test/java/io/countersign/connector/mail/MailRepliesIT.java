package io.countersign.connector.mail;

import java.time.Duration;
import java.util.List;

import io.countersign.identity.Level;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import io.countersign.writeback.Writeback;
import io.countersign.writeback.Writebacks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A mail comes in by IMAP, becomes a case, and the leader's answer a verdict; the receipt
 * goes out by SMTP once, whatever happens on the way.
 */
@ResourceLock(OnPremises.LOCK)
class MailRepliesIT {

	private final OnPremises office = OnPremises.office();

	private final Correspondent dan = this.office.somebody("Dan Friis", Level.CASE_WORKER);

	private final Correspondent anna = this.office.somebody("Anna Holm", Level.MINISTER);

	@AfterEach
	void heal() {
		this.office.line().next(SmtpLine.Fault.NONE);
		this.office.rests();
	}

	@Test
	void RL_03_theReceiptGoesIntoTheThreadOnceUnderTheIdThatWasChosenForIt() {
		var request = this.office.asked(this.dan, this.anna);
		this.office.answers(this.anna, request, "Godkendt. Anna");
		this.office.comesTo(request, Writeback.State.SENT);

		var decided = this.office.caseOf(request).orElseThrow();
		assertThat(decided.verdicts()).singleElement().satisfies((verdict) -> {
			assertThat(verdict.decision().outcome()).hasToString("APPROVED");
			assertThat(verdict.decision().level()).isEqualTo("A3");
			assertThat(verdict.counts()).isTrue();
		});
		assertThat(receipts(request)).singleElement()
			.satisfies((mail) -> assertThat(mail)
				.contains("Message-ID: <%s>".formatted(this.office.owed(request).internetMessageId()))
				.contains("In-Reply-To: ")
				.contains(request.messageId()));
		assertThat(this.office.answers(OnPremises.OURS.value(), "Sent", request)).hasSize(1);
		assertThat(this.office.answers(OnPremises.OURS.value(), "Drafts", request)).isEmpty();
	}

	@Test
	void RL_03_anAnswerThatWasTakenAndThenBrokenOffIsNotSentAgain() {
		var request = answered(SmtpLine.Fault.TAKEN_AND_BROKEN_OFF);

		this.office.comesTo(request, Writeback.State.SENT);

		assertThat(receipts(request)).hasSize(1);
		assertThat(this.office.answers(OnPremises.OURS.value(), "Sent", request)).hasSize(1);
	}

	@Test
	void RL_03_afterACrashBetweenSendingAndSayingSoItIsFoundAndNotSentAgain() {
		var request = answered(SmtpLine.Fault.NONE);
		this.office.comesTo(request, Writeback.State.SENT);

		crashed(request);
		this.office.comesTo(request, Writeback.State.SENT);
		assertThat(receipts(request)).hasSize(1);

		this.office.host().empty(OnPremises.OURS.value(), "Sent");
		crashed(request);
		this.office.comesTo(request, Writeback.State.SENT);
		assertThat(receipts(request)).hasSize(1);
		assertThat(this.office.answers(OnPremises.OURS.value(), "Sent", request)).hasSize(1);
	}

	@Test
	void RL_04_whatWasSentBeforeARestoreFromBackupIsNotSentUnderItsNewName() {
		var request = answered(SmtpLine.Fault.NONE);
		this.office.comesTo(request, Writeback.State.SENT);

		madeAnew(request);
		this.office.comesTo(request, Writeback.State.SENT);

		assertThat(receipts(request)).hasSize(1);
		assertThat(this.office.answers(OnPremises.OURS.value(), "Sent", request)).hasSize(1);
	}

	@Test
	void RL_04_aDraftFromBeforeARestoreIsSentInPlaceOfAnother() {
		var request = answered(SmtpLine.Fault.NOT_NOW);
		this.office.saysOf(request, "did not take the mail: 451");

		madeAnew(request);
		this.office.comesTo(request, Writeback.State.SENT);

		assertThat(receipts(request)).hasSize(1);
		assertThat(this.office.answers(OnPremises.OURS.value(), "Drafts", request)).isEmpty();
	}

	@Test
	void RL_03_lastingDoubtIsLeftToAPersonWhoHasItSentOnceMore() {
		var request = answered(SmtpLine.Fault.BROKEN_OFF);

		this.office.saysOf(request, "Sent Items does not show it");
		this.office.hurry();
		OnPremises.soon().pollDelay(Duration.ofSeconds(2)).until(() -> true);
		assertThat(this.office.owed(request).state()).isEqualTo(Writeback.State.DUE);
		assertThat(receipts(request)).isEmpty();

		this.office.sql()
			.sql("update writeback set drafted_at = now() - interval '15 minutes 1 second' where id = ?")
			.param(this.office.owed(request).id())
			.update();
		this.office.comesTo(request, Writeback.State.STUCK);
		assertThat(this.office.owed(request).problem().orElseThrow()).contains("Look whether the thread has it");
		assertThat(receipts(request)).isEmpty();

		this.office.bean(Writebacks.class).release(this.office.owed(request).id(), false, "an operator");
		this.office.comesTo(request, Writeback.State.SENT);
		assertThat(receipts(request)).hasSize(1);
	}

	@Test
	void RL_03_whatIsFoundByAPersonIsNotSentAgain() {
		var request = answered(SmtpLine.Fault.BROKEN_OFF);
		this.office.saysOf(request, "Sent Items does not show it");
		this.office.sql()
			.sql("update writeback set drafted_at = now() - interval '16 minutes' where id = ?")
			.param(this.office.owed(request).id())
			.update();
		this.office.comesTo(request, Writeback.State.STUCK);

		this.office.bean(Writebacks.class).release(this.office.owed(request).id(), true, "an operator");

		assertThat(this.office.owed(request).state()).isEqualTo(Writeback.State.SENT);
		assertThat(this.office.count("select count(*) from entry where stream = ? and type like '%answer.released%'",
				"writeback/" + this.office.owed(request).id()))
			.isOne();
		assertThat(receipts(request)).isEmpty();
	}

	@Test
	void RL_03_whatTheServerCertainlyDidNotTakeIsSentLater() {
		var request = answered(SmtpLine.Fault.NOT_NOW);
		this.office.saysOf(request, "did not take the mail: 451");
		assertThat(this.office.answers(OnPremises.OURS.value(), "Drafts", request)).hasSize(1);

		this.office.comesTo(request, Writeback.State.SENT);

		assertThat(receipts(request)).hasSize(1);
		assertThat(this.office.answers(OnPremises.OURS.value(), "Drafts", request)).isEmpty();
	}

	@Test
	void whatTheServerNeverTakesIsShownToAPerson() {
		var request = answered(SmtpLine.Fault.NEVER);

		this.office.comesTo(request, Writeback.State.STUCK);

		assertThat(this.office.owed(request).problem().orElseThrow()).contains("554");
		assertThat(receipts(request)).isEmpty();
	}

	private Letter answered(SmtpLine.Fault fault) {
		var request = this.office.asked(this.dan, this.anna);
		this.office.line().next(fault);
		this.office.answers(this.anna, request, "Godkendt. Anna");
		this.office.owed(request);
		return request;
	}

	/** What the database knows when the process died before it could say that it sent. */
	private void crashed(Letter request) {
		this.office.sql().sql("""
				update writeback set state = 'DUE', due_at = now(), sent_at = null, attempts = attempts + 1
				where id = ?
				""").param(this.office.owed(request).id()).update();
	}

	/** The backup knows nothing of the verdict, and the reply was read once more. */
	private void madeAnew(Letter request) {
		this.office.sql().sql("""
				update writeback set state = 'DUE', due_at = now(), draft_id = null, drafted_at = null, sent_at = null,
					counted_at = null, attempts = attempts + 1, internet_message_id = 'anew.' || internet_message_id
				where id = ?
				""").param(this.office.owed(request).id()).update();
	}

	private List<String> receipts(Letter request) {
		return this.office.answers(this.dan.address(), "INBOX", request);
	}

}
