package io.countersign.writeback;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.countersign.cases.Outcome;
import io.countersign.connector.Connected;
import io.countersign.connector.Wiretap;
import io.countersign.scenario.Correspondent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An answer is sent once, whatever happens on the way. */
@ResourceLock(Connected.LOCK)
class AnswerSenderTests {

	private static final Duration SOON = Duration.ofSeconds(12);

	private static final String MESSAGES = "/v1.0/users/countersign@min.example/messages";

	private final Connected office = Connected.office();

	private final Trouble trouble = new Trouble(this.office);

	private final Correspondent dan = this.office.somebody();

	private final Correspondent anna = this.office.somebody();

	@AfterEach
	void heal() {
		this.trouble.heal();
	}

	@Test
	void RL_02_aReplyIsADraftWithItsKeyBeforeItIsSent() {
		var before = this.office.wire().requests().size();
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);
		matter.isAnswered();

		var calls = this.office.wire()
			.requests()
			.stream()
			.skip(before)
			.filter((one) -> one.path().startsWith(MESSAGES) && one.changes())
			.toList();
		assertThat(calls).extracting(Wiretap.Request::method).containsExactly("POST", "PATCH", "POST");
		assertThat(calls.getFirst().path()).isEqualTo(MESSAGES);
		assertThat(calls.getLast().path()).endsWith("/send");
		var writeback = matter.writebacks().getFirst();
		assertThat(this.office.tenant().snapshot(Connected.OURS).values())
			.anyMatch((item) -> item.contains(writeback.id()) && item.contains("sentitems"));
		assertThat(matter.sent()).singleElement()
			.satisfies(
					(mail) -> assertThat(mail).contains("Message-ID: <%s>".formatted(writeback.internetMessageId())));
		assertThat(this.office.wire().requests())
			.noneMatch((one) -> one.path().matches(".*/(sendMail|reply|replyAll)"));
	}

	@Test
	void RL_02_anAnswerThatWasTakenAndThenBrokenOffIsNotSentAgain() {
		this.trouble.fault("accept-then-reset", "/send$");
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);

		matter.isAnswered();

		assertThat(matter.sent()).hasSize(1);
		assertThat(this.office.wire().requests(draft(matter) + "/send")).hasSize(1);
	}

	@Test
	void RL_02_aCopyThatShowsLateUnderAnotherIdIsWaitedFor() {
		this.office.tenant().transport(Duration.ofSeconds(2), true);
		this.trouble.fault("accept-then-reset", "/send$");
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);

		await().atMost(SOON).until(() -> matter.writebacks().getFirst().problem().orElse("").contains("Sent Items"));
		assertThat(matter.sent()).hasSize(1);
		this.trouble.hurry();
		await().pollDelay(Duration.ofSeconds(2)).atMost(SOON).untilAsserted(() -> {
			this.trouble.hurry();
			assertThat(matter.writebacks().getFirst().state()).isEqualTo(Writeback.State.SENT);
		});
		assertThat(matter.sent()).hasSize(1);
	}

	@Test
	void RL_02_aDraftWhoseMakingWasNeverAnsweredIsFoundAndUsed() {
		this.trouble.fault("accept-then-reset", "POST", "/messages$");
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);
		matter.isAnswered();

		var other = Matter.of(this.office, this.dan, this.anna);
		this.trouble.fault("accept-then-reset", "PATCH", "/messages/");
		other.decided(Outcome.APPROVED).isAnswered();

		assertThat(matter.sent()).hasSize(1);
		assertThat(other.sent()).hasSize(1);
		for (var answered : List.of(matter, other)) {
			assertThat(this.office.tenant().snapshot(Connected.OURS).values())
				.filteredOn((item) -> item.contains(answered.request().subject()))
				.singleElement()
				.asString()
				.contains("\"isDraft\":false");
		}
	}

	@Test
	void RL_02_aDraftThatMayBeOnItsWayIsNotSentAtOnceAgain() {
		this.trouble.fault("reset", "/send$");
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);

		await().atMost(SOON).until(() -> matter.writebacks().getFirst().problem().orElse("").contains("on its way"));
		assertThat(matter.sent()).isEmpty();
		this.trouble.later(matter);
		matter.isAnswered();
		assertThat(matter.sent()).hasSize(1);
	}

	@Test
	void RL_02_aDraftThatStillLiesInDraftsAfterItWasAcceptedIsNotSentAgain() {
		this.office.tenant().habit(Map.of("draftsDelay", 6_000));
		this.trouble.fault("accept-then-reset", "/send$");
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);

		for (var look = 0; look < 2; look++) {
			await().atMost(SOON).until(() -> matter.writebacks().getFirst().problem().orElse("").contains("accepted"));
			this.office.sql()
				.sql("update writeback set problem = null where case_id = ?")
				.param(matter.id().value())
				.update();
			this.trouble.later(matter);
		}
		await().pollInterval(Duration.ofMillis(200)).atMost(SOON).untilAsserted(() -> {
			this.trouble.hurry();
			assertThat(matter.writebacks().getFirst().state()).isEqualTo(Writeback.State.SENT);
		});

		assertThat(matter.sent()).hasSize(1);
		assertThat(this.office.wire().requests(draft(matter) + "/send")).hasSize(1);
	}

	@Test
	void RL_02_whatIsAcceptedAndNeverLeavesDraftsIsLeftToAPerson() {
		this.office.tenant().habit(Map.of("draftsDelay", 3_600_000));
		this.trouble.fault("accept-then-reset", "/send$");
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);
		await().atMost(SOON).until(() -> matter.writebacks().getFirst().problem().orElse("").contains("accepted"));

		this.office.sql()
			.sql("update writeback set drafted_at = now() - interval '16 minutes' where case_id = ?")
			.param(matter.id().value())
			.update();
		this.trouble.hurry();

		await().atMost(SOON).until(() -> matter.writebacks().getFirst().state() == Writeback.State.STUCK);
		assertThat(matter.writebacks().getFirst().problem().orElseThrow()).contains("still lies in Drafts", "Look");
	}

	@Test
	void RL_02_aGatewayThatGaveUpMayHaveSentWhateverPauseItNames() {
		this.office.tenant()
			.fault(Map.of("kind", "accept-then-status", "status", 504, "headers", Map.of("Retry-After", "1"), "times",
					1, "match", Map.of("method", "POST", "path", "countersign.*/send$")));
		this.office.tenant().habit(Map.of("draftsDelay", 3_000));
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);

		await().pollInterval(Duration.ofMillis(200)).atMost(SOON).untilAsserted(() -> {
			this.trouble.hurry();
			assertThat(matter.writebacks().getFirst().state()).isEqualTo(Writeback.State.SENT);
		});
		assertThat(matter.sent()).hasSize(1);
	}

	@Test
	void RL_02_whatAProviderWasOnlyTooBusyForIsSentAfterThePauseItNames() {
		this.office.tenant()
			.fault(Map.of("kind", "status", "status", 429, "headers", Map.of("Retry-After", "1"), "times", 1, "match",
					Map.of("method", "POST", "path", "countersign.*/send$")));
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);

		matter.isAnswered();

		assertThat(matter.sent()).hasSize(1);
	}

	@Test
	void RL_02_whenTheAnswerToEveryWriteIsLostOneMailIsSent() {
		for (var method : List.of("POST", "PATCH")) {
			this.office.tenant()
				.fault(Map.of("kind", "accept-then-reset", "match",
						Map.of("method", method, "path", "countersign.*/messages")));
		}
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);

		await().pollInterval(Duration.ofMillis(200)).atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			this.trouble.hurry();
			assertThat(matter.writebacks().getFirst().state()).isEqualTo(Writeback.State.SENT);
		});
		assertThat(matter.sent()).hasSize(1);
	}

	@Test
	void RL_02_lastingDoubtIsLeftToAPerson() {
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);
		matter.isAnswered();
		this.office.sql().sql("""
				update writeback set state = 'DUE', due_at = now(), drafted_at = now() - interval '16 minutes',
					id = id || 'x', internet_message_id = 'other@min.example'
				where case_id = ?
				""").param(matter.id().value()).update();

		await().atMost(SOON).until(() -> matter.writebacks().getFirst().state() == Writeback.State.STUCK);
		assertThat(matter.writebacks().getFirst().problem().orElseThrow()).contains("Look whether the thread has it");
		assertThat(matter.sent()).hasSize(1);
	}

	@Test
	void RL_04_whatWasSentBeforeARestoreFromBackupIsNotSentAgain() {
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);
		matter.isAnswered();

		this.office.sql().sql("""
				update writeback set state = 'DUE', due_at = now(), draft_id = null, drafted_at = null, sent_at = null,
					counted_at = null, attempts = 0, returns = 0,
					internet_message_id = 'anew.' || internet_message_id
				where case_id = ?
				""").param(matter.id().value()).update();

		matter.isAnswered();
		assertThat(matter.sent()).hasSize(1);
	}

	@Test
	void RL_12_theSdkRepeatsNoSending() {
		this.office.tenant()
			.fault(Map.of("kind", "status", "status", 503, "times", 1, "match",
					Map.of("method", "POST", "path", "/send$")));
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);

		await().atMost(SOON).until(() -> matter.writebacks().getFirst().problem().orElse("").contains("on its way"));

		assertThat(this.office.wire().requests(draft(matter) + "/send")).hasSize(1);
		assertThat(getClass().getClassLoader()
			.getResource("org/springframework/modulith/events/EventPublicationRegistry.class")).isNull();
	}

	private static String draft(Matter matter) {
		return matter.writebacks().getFirst().draftId().orElseThrow();
	}

}
