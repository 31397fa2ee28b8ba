package io.countersign.writeback;

import java.time.Duration;
import java.util.Map;

import io.countersign.cases.Outcome;
import io.countersign.connector.Connected;
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

/** An answer that is not taken goes out later, or a person is shown it. */
@ResourceLock(Connected.LOCK)
class StuckAnswersTests {

	private static final Duration SOON = Duration.ofSeconds(12);

	private final Connected office = Connected.office();

	private final Trouble trouble = new Trouble(this.office);

	private final Correspondent dan = this.office.somebody();

	private final Correspondent anna = this.office.somebody();

	@AfterEach
	void heal() {
		this.trouble.heal();
	}

	@Test
	void RL_02_aTokenThatIsNotAcceptedForAMomentLeavesNoAnswerStuck() {
		this.office.tenant()
			.fault(Map.of("kind", "status", "status", 401, "times", 1, "match",
					Map.of("method", "POST", "path", "countersign.*/send$")));
		var matter = Matter.of(this.office, this.dan, this.anna).decided(Outcome.APPROVED);

		await().atMost(SOON).until(() -> matter.writebacks().getFirst().problem().orElse("").contains("401"));
		assertThat(matter.writebacks().getFirst().state()).isEqualTo(Writeback.State.DUE);
		this.trouble.later(matter);
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
		this.trouble.hurry();
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
		this.trouble.hurry();

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
		this.trouble.hurry();
		await().atMost(SOON).until(() -> matter.writebacks().getFirst().problem().orElse("").contains("no answer"));

		assertThat(matter.writebacks().getFirst().state()).isEqualTo(Writeback.State.DUE);
		this.trouble.heal();
		this.trouble.hurry();
		matter.isAnswered();
		assertThat(matter.sent()).hasSize(1);
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

}
