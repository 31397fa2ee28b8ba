package io.countersign.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import io.countersign.cases.CaseId;
import io.countersign.cases.CaseState;
import io.countersign.cases.Cases;
import io.countersign.cases.Outcome;
import io.countersign.cases.Verdict;
import io.countersign.scenario.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

import org.springframework.jdbc.core.simple.JdbcClient;

import static io.countersign.scenario.Cast.BO;
import static io.countersign.scenario.Cast.DAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a mail's header says of itself has no power over what becomes of it. */
@ResourceLock(OneBureau.LOCK)
@ExtendWith(OneBureau.class)
class WhatMailsClaimIT {

	private static final Duration SOON = Duration.ofSeconds(60);

	private final Bureau office;

	private final Cases cases;

	WhatMailsClaimIT(Bureau office) {
		this.office = office;
		this.cases = office.bean(Cases.class);
	}

	@Test
	void IN_16_headersOfOursInAMailCommandNothing() {
		var other = caseOf(this.office.asked());
		var request = this.office.asked();
		var id = caseOf(request);
		var comment = internal(request.answeredBy(BO, "Hvem har skrevet tabel 2?\n\nBo", Bureau.now()))
			.header("X-Countersign-Case: " + other)
			.header("X-Countersign-State: decided")
			.header("X-Countersign-Verdict: approved")
			.header("X-Countersign-Key: wb_1")
			.header("X-OTRS-Queue: Junk")
			.header("X-Zammad-Ignore: true");

		this.office.control().place(DAN, "inbox", comment.bytes(), Instant.now());

		await().atMost(SOON).until(() -> this.office.message(comment).path("state").asString().equals("inCase"));
		assertThat(this.office.message(comment).path("case").asString()).isEqualTo(id.value());
		for (var untouched : new CaseId[] { id, other }) {
			assertThat(this.cases.get(untouched).state()).isEqualTo(CaseState.WAITING);
			assertThat(this.cases.get(untouched).verdicts()).noneMatch(Verdict::counts);
		}
	}

	@Test
	void IN_19_theReplyThatWasReceivedLaterStandsWhateverItsDateSays() {
		var request = this.office.asked();
		var id = caseOf(request);
		var now = Instant.now();
		var no = internal(request.answeredBy(BO, "Afvist\n\nBo", Bureau.now().minusHours(30)));
		var yes = internal(request.answeredBy(BO, "Godkendt\n\nBo", Bureau.now().plusHours(30)));

		place(no, now.plusSeconds(120));
		await().atMost(SOON).until(() -> this.cases.get(id).verdicts().size() == 1);
		place(yes, now.plusSeconds(60));
		await().atMost(SOON).until(() -> this.cases.get(id).verdicts().size() == 2);

		assertThat(this.cases.get(id).verdicts()).filteredOn(Verdict::counts)
			.extracting((verdict) -> verdict.decision().outcome())
			.containsExactly(Outcome.REJECTED);
	}

	@Test
	void aRepeatedCallIsAnsweredAsTheFirstTimeAfterTheCaseWasClosed() {
		var id = caseOf(this.office.asked());
		var path = "/cases/%s/asks/%s/verdict".formatted(id, this.cases.get(id).asks().getFirst().id());
		var key = UUID.randomUUID().toString();
		var first = this.office.api().post(path, Map.of("outcome", "APPROVED"), key);
		this.office.bean(JdbcClient.class)
			.sql("update case_file set state = 'CLOSED' where id = ?")
			.param(id.value())
			.update();

		var again = this.office.api().post(path, Map.of("outcome", "APPROVED"), key);

		assertThat(again.path("id")).isEqualTo(first.path("id"));
		assertThat(this.cases.get(id).verdicts()).hasSize(1);
	}

	@Test
	void aFolderHasOneNameInAllAnswers() {
		var request = this.office.asked();

		var ofTheMessage = this.office.message(request).path("sightings").get(0).path("folder");
		var ofTheCase = this.office.api()
			.get("/cases/" + caseOf(request))
			.path("messages")
			.get(0)
			.path("sightings")
			.get(0)
			.path("folder");

		assertThat(ofTheCase).isEqualTo(ofTheMessage);
		assertThat(ofTheCase.asString()).isEqualTo("sentitems");
	}

	private static Letter internal(Letter reply) {
		return reply.header("X-MS-Exchange-Organization-AuthAs: Internal")
			.header("X-MS-Exchange-Organization-MessageDirectionality: Originating")
			.header("X-MS-Exchange-CrossTenant-Id: sandbox")
			.header("Received: from a.min.example (10.0.0.7) by b.min.example; " + Bureau.date());
	}

	private void place(Letter reply, Instant received) {
		this.office.control().place(DAN, "inbox", reply.bytes(), received);
	}

	private CaseId caseOf(Letter letter) {
		return new CaseId(this.office.message(letter).path("case").asString());
	}

}
