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

import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

/** An answer is sent once, whatever happens on the way. */
@ResourceLock(Connected.LOCK)
class AnswerSenderTests {

	private static final Duration SOON = Duration.ofSeconds(12);

	private static final String MESSAGES = "/v1.0/users/countersign@min.example/messages";

	private final Connected office = Connected.office();

	private final Correspondent dan = this.office.somebody();

	private final Correspondent anna = this.office.somebody();

	@AfterEach
	void heal() {
		this.office.tenant().heal();
		this.office.tenant().transport(Duration.ZERO, false);
		this.office.tenant().habit(Map.of("draftsDelay", 0));
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
		fault("accept-then-reset", "/send$");
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);

		matter.isAnswered();

		assertThat(matter.sent()).hasSize(1);
		assertThat(this.office.wire().requests(draft(matter) + "/send")).hasSize(1);
	}

	@Test
	void RL_02_aCopyThatShowsLateUnderAnotherIdIsWaitedFor() {
		this.office.tenant().transport(Duration.ofSeconds(2), true);
		fault("accept-then-reset", "/send$");
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);

		await().atMost(SOON).until(() -> matter.writebacks().getFirst().problem().orElse("").contains("Sent Items"));
		assertThat(matter.sent()).hasSize(1);
		hurry();
		await().pollDelay(Duration.ofSeconds(2)).atMost(SOON).untilAsserted(() -> {
			hurry();
			assertThat(matter.writebacks().getFirst().state()).isEqualTo(Writeback.State.SENT);
		});
		assertThat(matter.sent()).hasSize(1);
	}

	@Test
	void RL_02_aDraftWhoseMakingWasNeverAnsweredIsFoundAndUsed() {
		fault("accept-then-reset", "POST", "/messages$");
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);
		matter.isAnswered();

		var other = Matter.of(this.office, this.dan, this.anna);
		fault("accept-then-reset", "PATCH", "/messages/");
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
		fault("reset", "/send$");
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);

		await().atMost(SOON).until(() -> matter.writebacks().getFirst().problem().orElse("").contains("on its way"));
		assertThat(matter.sent()).isEmpty();
		later(matter);
		matter.isAnswered();
		assertThat(matter.sent()).hasSize(1);
	}

	@Test
	void RL_02_aDraftThatStillLiesInDraftsAfterItWasAcceptedIsNotSentAgain() {
		this.office.tenant().habit(Map.of("draftsDelay", 6_000));
		fault("accept-then-reset", "/send$");
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);

		for (var look = 0; look < 2; look++) {
			await().atMost(SOON).until(() -> matter.writebacks().getFirst().problem().orElse("").contains("accepted"));
			this.office.sql()
				.sql("update writeback set problem = null where case_id = ?")
				.param(matter.id().value())
				.update();
			later(matter);
		}
		await().pollInterval(Duration.ofMillis(200)).atMost(SOON).untilAsserted(() -> {
			hurry();
			assertThat(matter.writebacks().getFirst().state()).isEqualTo(Writeback.State.SENT);
		});

		assertThat(matter.sent()).hasSize(1);
		assertThat(this.office.wire().requests(draft(matter) + "/send")).hasSize(1);
	}

	@Test
	void RL_02_whatIsAcceptedAndNeverLeavesDraftsIsLeftToAPerson() {
		this.office.tenant().habit(Map.of("draftsDelay", 3_600_000));
		fault("accept-then-reset", "/send$");
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);
		await().atMost(SOON).until(() -> matter.writebacks().getFirst().problem().orElse("").contains("accepted"));

		this.office.sql()
			.sql("update writeback set drafted_at = now() - interval '16 minutes' where case_id = ?")
			.param(matter.id().value())
			.update();
		hurry();

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
			hurry();
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
			hurry();
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
	void RL_02_aTokenThatIsNotAcceptedForAMomentLeavesNoAnswerStuck() {
		this.office.tenant()
			.fault(Map.of("kind", "status", "status", 401, "times", 1, "match",
					Map.of("method", "POST", "path", "countersign.*/send$")));
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);

		await().atMost(SOON).until(() -> matter.writebacks().getFirst().problem().orElse("").contains("401"));
		assertThat(matter.writebacks().getFirst().state()).isEqualTo(Writeback.State.DUE);
		later(matter);
		matter.isAnswered();
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
	void aMailboxThatIsClosedForAWhileLeavesNoAnswerStuck() {
		this.office.tenant()
			.fault(Map.of("kind", "status", "status", 403, "times", 1, "match",
					Map.of("method", "GET", "path", "countersign.*/messages")));
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);

		await().atMost(SOON).until(() -> matter.writebacks().getFirst().problem().orElse("").contains("403"));
		assertThat(matter.writebacks().getFirst().state()).isEqualTo(Writeback.State.DUE);
		hurry();
		matter.isAnswered();
		assertThat(matter.sent()).hasSize(1);
	}

	@Test
	void aMailboxThatStaysClosedIsShownToAPersonAfterADay() {
		this.office.tenant()
			.fault(Map.of("kind", "status", "status", 423, "match",
					Map.of("method", "GET", "path", "countersign.*/messages")));
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);
		await().atMost(SOON).until(() -> matter.writebacks().getFirst().problem().orElse("").contains("423"));

		this.office.sql()
			.sql("update writeback set barred_since = now() - interval '25 hours' where case_id = ?")
			.param(matter.id().value())
			.update();
		hurry();

		await().atMost(SOON).until(() -> matter.writebacks().getFirst().state() == Writeback.State.STUCK);
		assertThat(matter.sent()).isEmpty();
	}

	@Test
	void aProviderThatIsAwayForHoursLeavesNoAnswerStuck() {
		this.office.tenant()
			.fault(Map.of("kind", "reset", "match", Map.of("method", "GET", "path", "countersign.*/messages")));
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);
		await().atMost(SOON).until(() -> matter.writebacks().getFirst().problem().orElse("").contains("no answer"));

		this.office.sql()
			.sql("update writeback set failures = 149, problem = null where case_id = ?")
			.param(matter.id().value())
			.update();
		hurry();
		await().atMost(SOON).until(() -> matter.writebacks().getFirst().problem().orElse("").contains("no answer"));

		assertThat(matter.writebacks().getFirst().state()).isEqualTo(Writeback.State.DUE);
		heal();
		hurry();
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

	@Test
	void whatIsRefusedForGoodIsShownToAPerson() {
		this.office.tenant()
			.fault(Map.of("kind", "status", "status", 400, "times", 1, "match",
					Map.of("method", "POST", "path", "/send$")));
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);

		await().atMost(SOON).until(() -> matter.writebacks().getFirst().state() == Writeback.State.STUCK);
		assertThat(this.office.bean(Writebacks.class).unsent(null).items()).contains(matter.writebacks().getFirst());
	}

	@Test
	void aPersonHasWhatIsStuckSentOnceMoreAndNothingElse() {
		this.office.tenant()
			.fault(Map.of("kind", "status", "status", 400, "times", 1, "match",
					Map.of("method", "POST", "path", "/send$")));
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);
		await().atMost(SOON).until(() -> matter.writebacks().getFirst().state() == Writeback.State.STUCK);
		var id = matter.writebacks().getFirst().id();

		assertThat(put(id, "{\"state\":\"gone\"}")).hasStatus(400);
		assertThat(put("wb_none", "{\"state\":\"due\"}")).hasStatus(404);
		assertThat(put(id, "{\"state\":\"due\"}")).hasStatusOk();

		matter.isAnswered();
		assertThat(matter.sent()).hasSize(1);
		assertThat(put(id, "{\"state\":\"due\"}")).hasStatus(409);
	}

	private MvcTestResult put(String id, String body) {
		return MockMvcTester
			.from((WebApplicationContext) this.office.context(), (builder) -> builder.apply(springSecurity()).build())
			.put()
			.uri("/api/v1/writebacks/" + id)
			.with(jwt().authorities(new SimpleGrantedAuthority("Countersign.Manage")))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private void fault(String kind, String path) {
		fault(kind, "POST", path);
	}

	private void fault(String kind, String method, String path) {
		this.office.tenant()
			.fault(Map.of("kind", kind, "times", 1, "match", Map.of("method", method, "path", "countersign.*" + path)));
	}

	/** Nothing waits any more, neither an answer nor the mailbox it goes from. */
	private void hurry() {
		this.office.sql().sql("update mailbox_turn set taken_until = now()").update();
		this.office.sql()
			.sql("update writeback set due_at = now() where due_at > now() and attempts = returns")
			.update();
	}

	/** The pause behind an attempt that may have come through is over. */
	private void later(Matter matter) {
		this.office.sql()
			.sql("update writeback set handed_over_at = now() - interval '1 minute' where case_id = ?")
			.param(matter.id().value())
			.update();
		hurry();
	}

	private static String draft(Matter matter) {
		return matter.writebacks().getFirst().draftId().orElseThrow();
	}

}
