package io.countersign.triage;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;

import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
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

/** What is filled in from old mail is told of as old; what happens since is news. */
@ResourceLock(OneBureau.LOCK)
@ExtendWith(OneBureau.class)
class OldMailIT {

	private static final Duration SOON = Duration.ofSeconds(60);

	private final Bureau office;

	private final Cases cases;

	OldMailIT(Bureau office) {
		this.office = office;
		this.cases = office.bean(Cases.class);
	}

	@Test
	void aReplyOfTodayToAnOldRequestIsNewsAndGetsItsReceipt() {
		var id = caseOf(asked(Bureau.now().minusDays(30)));

		this.office.answers(id, this.cases.get(id).asks().getFirst().internetMessageId().orElseThrow(), "Godkendt");

		await().atMost(SOON).until(() -> isApproved(id));
		assertThat(mode(id, "case.opened")).isEqualTo("backfill");
		assertThat(mode(id, "verdict.recorded")).isEqualTo("live");
		assertThat(this.office.writebacks(id, "RECEIPT")).hasSize(1);
	}

	@Test
	void anOldReplyIsWrittenToNobody() {
		var request = asked(Bureau.now().minusDays(30));
		var reply = request.answeredBy(BO, "Godkendt\n\nBo", Bureau.now().minusDays(29))
			.header("X-MS-Exchange-Organization-AuthAs: Internal")
			.header("X-MS-Exchange-Organization-MessageDirectionality: Originating")
			.header("X-MS-Exchange-CrossTenant-Id: sandbox")
			.header("Received: from a.min.example (10.0.0.7) by b.min.example; " + Bureau.date());

		this.office.control().send(reply, Bureau.now().minusDays(29).toInstant());

		var id = caseOf(request);
		await().atMost(SOON).until(() -> isApproved(id));
		assertThat(mode(id, "verdict.recorded")).isEqualTo("backfill");
		assertThat(this.office.writebacks(id, "RECEIPT")).isEmpty();
	}

	@Test
	void aDoubtfulReplyOfTodayToAnOldRequestIsAskedAbout() {
		var request = asked(Bureau.now().minusDays(30));
		var reply = request.answeredBy(BO, "Godkendt\n\nBo" + request.quoted(), Bureau.now())
			.header("Received: from edge.min.example (10.0.0.7) by store.min.example; " + Bureau.date());

		this.office.control().send(reply);

		var id = caseOf(request);
		await().atMost(SOON).until(() -> !this.cases.get(id).verdicts().isEmpty());
		assertThat(this.cases.get(id).verdicts().getFirst().state()).isEqualTo(Verdict.State.HELD);
		assertThat(this.office.writebacks(id, "QUESTION")).hasSize(1);
	}

	private Letter asked(ZonedDateTime at) {
		var request = Letter.of(DAN, List.of(BO), "Gammel sag " + UUID.randomUUID(),
				"Kære Bo\n\nKan du godkende vedlagte indstilling?\n\nDan", at);
		this.office.control().send(request, at.toInstant());
		await().atMost(SOON).until(() -> this.office.message(request).path("case").isString());
		return request;
	}

	private CaseId caseOf(Letter letter) {
		return new CaseId(this.office.message(letter).path("case").asString());
	}

	private boolean isApproved(CaseId id) {
		return this.cases.get(id).verdicts().stream().anyMatch(Verdict::approves);
	}

	private String mode(CaseId id, String type) {
		return this.office.bean(JdbcClient.class)
			.sql("select mode from entry where stream = ? and type = ?")
			.params("case/" + id, type)
			.query(String.class)
			.single();
	}

}
