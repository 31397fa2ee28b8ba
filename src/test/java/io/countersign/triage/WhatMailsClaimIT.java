package io.countersign.triage;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import tools.jackson.databind.JsonNode;

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
	void VA_03_aRequestWithACalendarFileBesideItOpensACase() {
		for (var method : List.of("METHOD:REQUEST", "METHOD:PUBLISH", "VERSION:2.0")) {
			var name = strangers("multipart/mixed", "text/calendar; name=moede.ics\nContent-Disposition: attachment",
					method);

			await().atMost(SOON).until(() -> known(name).path("state").asString().equals("inCase"));
			assertThat(this.cases.get(new CaseId(known(name).path("case").asString())).state())
				.isEqualTo(CaseState.WAITING);
		}
	}

	@Test
	void VA_03_anInvitationOrACalendarAnswerOpensNoCase() {
		for (var name : List.of(strangers("multipart/alternative", "text/calendar; method=REQUEST", "METHOD:REQUEST"),
				strangers("multipart/mixed", "text/calendar; name=moede.ics\nContent-Disposition: attachment",
						"METHOD:RE\n PLY"))) {
			await().atMost(SOON)
				.untilAsserted(() -> assertThat(known(name).path("reason").asString()).contains("calendar answer"));
			assertThat(known(name).path("case").isString()).isFalse();
		}
	}

	/** Somebody outside asks, and his mail brings a calendar. */
	private String strangers(String container, String type, String method) {
		var name = UUID.randomUUID() + "@stranger.example";
		this.office.control()
			.place(DAN, "inbox", """
					Received: from edge.stranger.example (203.0.113.9) by store.min.example; %1$s
					From: Eve Stranger <eve@stranger.example>
					To: %2$s <%3$s>
					Cc: Dan Friis <%4$s>
					Subject: Indstilling om %5$s
					Date: %1$s
					Message-ID: <%5$s>
					MIME-Version: 1.0
					Content-Type: %6$s; boundary=b

					--b
					Content-Type: text/plain; charset=utf-8

					Kære Bo

					Kan du godkende vedlagte indstilling?

					Eve
					--b
					Content-Type: %7$s

					BEGIN:VCALENDAR
					%8$s
					END:VCALENDAR
					--b--
					"""
				.formatted(Bureau.date(), BO.displayName(), BO.address(), DAN.address(), name, container, type, method)
				.replace("\n", "\r\n")
				.getBytes(StandardCharsets.UTF_8), Instant.now());
		return name;
	}

	private JsonNode known(String name) {
		var path = "/messages?internetMessageId=%3C" + name + "%3E";
		await().atMost(SOON).until(() -> !this.office.api().all(path).isEmpty());
		return this.office.api().all(path).getFirst();
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
