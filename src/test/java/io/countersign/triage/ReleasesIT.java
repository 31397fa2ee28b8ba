package io.countersign.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.cases.Outcome;
import io.countersign.cases.Verdict;
import io.countersign.intake.MessageId;
import io.countersign.problem.Conflict;
import io.countersign.problem.NotFound;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;

import static io.countersign.scenario.Cast.BO;
import static io.countersign.scenario.Cast.CLARA;
import static io.countersign.scenario.Cast.DAN;
import static io.countersign.scenario.Cast.EVA;
import static io.countersign.scenario.Cast.FINN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** Two people let through what was held or refused; nobody does so alone. */
@ResourceLock(OneBureau.LOCK)
@ExtendWith(OneBureau.class)
class ReleasesIT {

	private static final Duration SOON = Duration.ofSeconds(90);

	private final Bureau office;

	private final Releases releases;

	private final Cases cases;

	private final JdbcClient database;

	ReleasesIT(Bureau office) {
		this.office = office;
		this.releases = office.bean(Releases.class);
		this.cases = office.bean(Cases.class);
		this.database = office.bean(JdbcClient.class);
	}

	@Test
	void VA_19_theSecondOfTwoPeopleMakesAHeldVerdictCountAtTheLevelItHad() {
		var held = this.office.held();

		assertThat(this.office.release(held, EVA)).isEqualTo(1);
		assertThat(this.office.verdict(held).state()).isEqualTo(Verdict.State.HELD);
		assertThat(this.office.release(held, FINN)).isZero();

		assertThat(this.office.verdict(held).state()).isEqualTo(Verdict.State.ACTIVE);
		assertThat(this.office.verdict(held).decision().level()).isEqualTo("A1");
		assertThat(this.cases.get(held.caseId()).outcome()).contains(Outcome.APPROVED);
		assertThat(this.office.entries(held.verdict())).containsExactly(this.office.person(EVA).id().value(),
				this.office.person(FINN).id().value());
	}

	/** What proves who has sent it does not prove what it means. */
	@Test
	void VA_19_aHeldMailThatItsAuthorCertainlySentCountsAtA1WhenTwoReleaseIt() {
		var gry = Correspondent.of("Gry Holt", "gry.holt@min.example");
		this.office.control().employ(gry, "Kontorchef");
		this.office.api().know(gry, "kontorchef");
		this.office.api().watch(gry);
		var request = Letter.of(DAN, List.of(gry), "Indstilling om havnen",
				"Kære Gry\n\nKan du godkende vedlagte indstilling?\n\nDan", Bureau.now());
		this.office.control().send(request);
		await().atMost(SOON).until(() -> this.office.message(request).path("case").isString());
		var id = new CaseId(this.office.message(request).path("case").asString());

		this.office.control().send(request.answeredBy(gry, "Godkendt, ha ha\n\nGry" + request.quoted(), Bureau.now()));
		await().atMost(SOON).until(() -> !this.cases.get(id).verdicts().isEmpty());

		var held = new Bureau.Held(id, this.cases.get(id).verdicts().getFirst().id());
		assertThat(this.office.verdict(held)).satisfies((verdict) -> {
			assertThat(verdict.state()).isEqualTo(Verdict.State.HELD);
			assertThat(verdict.decision().level()).isEqualTo("A1");
			assertThat(verdict.decision().gates()).filteredOn((gate) -> gate.gate().contains("VA-11a"))
				.singleElement()
				.satisfies((gate) -> {
					assertThat(gate.result()).isEqualTo("pass");
					assertThat(gate.sentence()).isEqualTo("The same mail lies in the sender's own Sent Items.");
				});
		});

		assertThat(this.office.release(held, EVA)).isEqualTo(1);
		assertThat(this.office.verdict(held).state()).isEqualTo(Verdict.State.HELD);
		assertThat(this.office.release(held, FINN)).isZero();

		assertThat(this.office.verdict(held).state()).isEqualTo(Verdict.State.ACTIVE);
		assertThat(this.office.verdict(held).decision().level()).isEqualTo("A1");
		assertThat(this.cases.get(id).outcome()).contains(Outcome.APPROVED);
		assertThat(this.office.api()
			.get("/cases/" + id)
			.path("verdicts")
			.get(0)
			.path("authenticity")
			.path("level")
			.asString()).isEqualTo("A1");
		assertThat(this.database.sql("""
				select data -> 'verdict' -> 'authenticity' ->> 'level' from entry
				where stream = ? and type = 'verdict.recorded'
				""").param("case/" + id).query(String.class).list()).containsExactly("A1");
	}

	@Test
	void VA_19_nobodyIsTwoPeople() {
		var held = this.office.held();

		assertThat(this.office.release(held, EVA)).isEqualTo(1);
		assertThat(this.office.release(held, EVA)).isEqualTo(1);
		assertThat(this.office.release(held, EVA)).isEqualTo(1);

		assertThat(this.office.verdict(held).state()).isEqualTo(Verdict.State.HELD);
		assertThat(this.office.entries(held.verdict())).hasSize(1);
	}

	@Test
	void VA_19_whomItConcernsDoesNotReleaseIt() {
		var held = this.office.held();
		this.office.release(held, EVA);

		assertThatExceptionOfType(Conflict.class).as("the approver").isThrownBy(() -> this.office.release(held, BO));
		assertThatExceptionOfType(Conflict.class).as("the requester").isThrownBy(() -> this.office.release(held, DAN));

		assertThat(this.office.verdict(held).state()).isEqualTo(Verdict.State.HELD);
		assertThat(this.office.release(held, CLARA)).as("what they said counts for nothing").isZero();
	}

	@Test
	void VA_19_whatSomebodySaidAWeekAgoCountsNoMore() {
		var held = this.office.held();
		this.office.release(held, EVA);
		this.database.sql("update release set at = at - interval '7 days 1 minute' where subject = ?")
			.param(held.verdict())
			.update();

		assertThat(this.office.release(held, FINN)).isEqualTo(1);
		assertThat(this.office.verdict(held).state()).isEqualTo(Verdict.State.HELD);
		assertThat(this.office.release(held, EVA)).as("said again, it does").isZero();
		assertThat(this.office.verdict(held).state()).isEqualTo(Verdict.State.ACTIVE);
	}

	@Test
	void VA_19_whatIsNotHeldIsNotReleased() {
		var held = this.office.held();
		this.office.release(held, EVA);
		this.office.release(held, FINN);

		assertThatExceptionOfType(NotFound.class).as("once more").isThrownBy(() -> this.office.release(held, CLARA));
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> this.releases.verdict(held.caseId(), "vd_unknown", this.office.person(EVA)));
		assertThatExceptionOfType(NotFound.class).as("of another case")
			.isThrownBy(
					() -> this.releases.verdict(this.office.held().caseId(), held.verdict(), this.office.person(EVA)));
	}

	@Test
	void VA_06_aClosedCaseOrAWithdrawnRequestIsNotDecidedByARelease() {
		var closed = this.office.held();
		this.office.release(closed, EVA);
		this.database.sql("update case_file set state = 'CLOSED' where id = ?").param(closed.caseId().value()).update();
		var withdrawn = this.office.held();
		this.office.release(withdrawn, EVA);
		this.database.sql("update ask set state = 'WITHDRAWN' where case_id = ?")
			.param(withdrawn.caseId().value())
			.update();

		assertThatExceptionOfType(Conflict.class).isThrownBy(() -> this.office.release(closed, FINN));
		assertThatExceptionOfType(Conflict.class).isThrownBy(() -> this.office.release(withdrawn, FINN));

		assertThat(this.office.verdict(closed).state()).isEqualTo(Verdict.State.HELD);
		assertThat(this.office.verdict(withdrawn).state()).isEqualTo(Verdict.State.HELD);
	}

	@Test
	void VA_06_anExpiredRequestIsNotDecidedByAReleaseEither() {
		var held = this.office.held();
		this.office.release(held, EVA);
		this.database.sql("update ask set asked_at = asked_at - interval '91 days' where case_id = ?")
			.param(held.caseId().value())
			.update();

		assertThatExceptionOfType(Conflict.class).isThrownBy(() -> this.office.release(held, FINN))
			.withMessageContaining("expired");
		assertThat(this.office.verdict(held).state()).isEqualTo(Verdict.State.HELD);
	}

	@Test
	void VA_07_whatTheApproverHasSaidSinceStands() {
		var held = this.office.held();
		this.office.release(held, EVA);
		var asked = this.cases.get(held.caseId()).asks().getFirst();
		this.office.api()
			.post("/cases/%s/asks/%s/verdict".formatted(held.caseId(), asked.id()), Map.of("outcome", "REJECTED"),
					UUID.randomUUID().toString());

		assertThat(this.office.verdict(held).state()).isEqualTo(Verdict.State.SUPERSEDED);
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.office.release(held, FINN));
		assertThat(this.cases.get(held.caseId()).outcome()).contains(Outcome.REJECTED);
	}

	@Test
	void VA_19_twoWhoSaySoInTheSameMomentAreTwo() throws Exception {
		for (var round = 0; round < 5; round++) {
			var held = this.office.held();
			try (var both = Executors.newFixedThreadPool(2)) {
				var said = both.invokeAll(List.<Callable<Integer>>of(() -> this.office.release(held, EVA),
						() -> this.office.release(held, FINN)));
				assertThat(List.of(said.getFirst().get(), said.getLast().get())).containsExactlyInAnyOrder(0, 1);
			}
			assertThat(this.office.verdict(held).state()).isEqualTo(Verdict.State.ACTIVE);
		}
	}

	@Test
	void VA_19_aRefusedMailIsPutIntoItsCaseByTwoAndDecidesNothing() {
		var request = this.office.asked();
		var forged = request.answeredBy(BO, "Godkendt\n\nBo", Bureau.now())
			.header("Received: from edge.min.example (10.0.0.7) by store.min.example; " + Bureau.date())
			.header("Received: from mail.evil.example (203.0.113.66) by edge.min.example; " + Bureau.date());
		this.office.control().place(DAN, "inbox", forged.bytes(), Instant.now());
		var mail = this.office.message(forged);
		await().atMost(Duration.ofSeconds(90)).until(() -> !this.office.reviews(mail).isEmpty());
		var caseId = new CaseId(this.office.message(request).path("case").asString());
		var id = new MessageId(mail.path("id").asString());

		assertThatExceptionOfType(Conflict.class).as("whose name it bears")
			.isThrownBy(() -> this.releases.mail(id, this.office.person(BO)));
		assertThat(this.releases.mail(id, this.office.person(EVA))).isEqualTo(1);
		assertThat(this.releases.mail(id, this.office.person(EVA))).isEqualTo(1);
		assertThat(this.cases.get(caseId).messages()).hasSize(1);
		assertThat(this.releases.mail(id, this.office.person(FINN))).isZero();

		assertThat(this.cases.get(caseId).messages()).hasSize(2);
		assertThat(this.cases.get(caseId).verdicts()).isEmpty();
		assertThat(this.office.reviews(mail)).isEmpty();
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.releases.mail(id, this.office.person(CLARA)));
	}

	@Test
	void VA_19_ofForgedMailThatBelongsToNoCaseTheSecretariatHearsOnce() {
		for (var attempt = 0; attempt < 3; attempt++) {
			var forged = Letter
				.of(FINN, List.of(BO), "Hasteoverførsel " + attempt,
						"Kære Bo\n\nKan du godkende vedlagte indstilling?\n\nFinn", Bureau.now())
				.header("Received: from edge.min.example (10.0.0.7) by store.min.example; " + Bureau.date())
				.header("Received: from mail.evil.example (203.0.113.66) by edge.min.example; " + Bureau.date());
			this.office.control().place(DAN, "inbox", forged.bytes(), Instant.now());
			var mail = this.office.message(forged);
			await().atMost(Duration.ofSeconds(90)).until(() -> !this.office.reviews(mail).isEmpty());
		}

		var alerts = this.database.sql("select internet_message_id from writeback where case_id is null")
			.query(String.class)
			.list();
		assertThat(alerts).hasSize(1);
		await().atMost(Duration.ofSeconds(90)).until(() -> !this.office.sent(alerts.getFirst()).isEmpty());
		assertThat(this.office.sent(alerts.getFirst())).singleElement().satisfies((alert) -> {
			assertThat(alert.path("recipients").valueStream().map(JsonNode::asString)).containsExactly(EVA.address());
			assertThat(Bureau.mime(alert)).doesNotContain("Hasteoverf").doesNotContain("In-Reply-To");
		});
	}

}
