package io.countersign.triage;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

import io.countersign.cases.CaseId;
import io.countersign.cases.Cases;
import io.countersign.cases.Outcome;
import io.countersign.cases.Regroupings;
import io.countersign.cases.Verdict;
import io.countersign.identity.EmailAddress;
import io.countersign.identity.People;
import io.countersign.identity.Person;
import io.countersign.intake.MessageId;
import io.countersign.problem.Conflict;
import io.countersign.problem.NotFound;
import io.countersign.scenario.Cast;
import io.countersign.scenario.Correspondent;
import io.countersign.scenario.Letter;
import io.countersign.scenario.Sandbox;
import io.countersign.verdicts.OfflineRejudging;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;

import static io.countersign.scenario.Cast.BO;
import static io.countersign.scenario.Cast.CLARA;
import static io.countersign.scenario.Cast.DAN;
import static io.countersign.scenario.Cast.EVA;
import static io.countersign.scenario.Cast.FINN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Two people let through what was held or refused; nobody does so alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReleasesIT {

	private final Sandbox sandbox = Sandbox.withSecretariat(EVA);

	private final Releases releases = this.sandbox.context().getBean(Releases.class);

	private final Cases cases = this.sandbox.context().getBean(Cases.class);

	private final JdbcClient database = this.sandbox.context().getBean(JdbcClient.class);

	private int number;

	@BeforeAll
	void opens() {
		for (var person : Cast.values()) {
			this.sandbox.control().employ(person, person.jobTitle());
			this.sandbox.api().know(person, person.level());
		}
		this.sandbox.api().watch(DAN);
	}

	@AfterAll
	void closes() {
		this.sandbox.close();
	}

	@Test
	void VA_19_theSecondOfTwoPeopleMakesAHeldVerdictCountAtTheLevelItHad() {
		var held = held();

		assertThat(release(held, EVA)).isEqualTo(1);
		assertThat(verdict(held).state()).isEqualTo(Verdict.State.HELD);
		assertThat(release(held, FINN)).isZero();

		assertThat(verdict(held).state()).isEqualTo(Verdict.State.ACTIVE);
		assertThat(verdict(held).decision().level()).isEqualTo("A1");
		assertThat(this.cases.get(held.caseId()).outcome()).contains(Outcome.APPROVED);
		assertThat(entries(held.verdict())).containsExactly(person(EVA).id().value(), person(FINN).id().value());
	}

	@Test
	void VA_19_nobodyIsTwoPeople() {
		var held = held();

		assertThat(release(held, EVA)).isEqualTo(1);
		assertThat(release(held, EVA)).isEqualTo(1);
		assertThat(release(held, EVA)).isEqualTo(1);

		assertThat(verdict(held).state()).isEqualTo(Verdict.State.HELD);
		assertThat(entries(held.verdict())).hasSize(1);
	}

	@Test
	void VA_19_whomItConcernsDoesNotReleaseIt() {
		var held = held();
		release(held, EVA);

		assertThatExceptionOfType(Conflict.class).as("the approver").isThrownBy(() -> release(held, BO));
		assertThatExceptionOfType(Conflict.class).as("the requester").isThrownBy(() -> release(held, DAN));

		assertThat(verdict(held).state()).isEqualTo(Verdict.State.HELD);
		assertThat(release(held, CLARA)).as("what they said counts for nothing").isZero();
	}

	@Test
	void VA_19_whatSomebodySaidAWeekAgoCountsNoMore() {
		var held = held();
		release(held, EVA);
		this.database.sql("update release set at = at - interval '7 days 1 minute' where subject = ?")
			.param(held.verdict())
			.update();

		assertThat(release(held, FINN)).isEqualTo(1);
		assertThat(verdict(held).state()).isEqualTo(Verdict.State.HELD);
		assertThat(release(held, EVA)).as("said again, it does").isZero();
		assertThat(verdict(held).state()).isEqualTo(Verdict.State.ACTIVE);
	}

	@Test
	void VA_19_whatIsNotHeldIsNotReleased() {
		var held = held();
		release(held, EVA);
		release(held, FINN);

		assertThatExceptionOfType(NotFound.class).as("once more").isThrownBy(() -> release(held, CLARA));
		assertThatExceptionOfType(NotFound.class)
			.isThrownBy(() -> this.releases.verdict(held.caseId(), "vd_unknown", person(EVA)));
		assertThatExceptionOfType(NotFound.class).as("of another case")
			.isThrownBy(() -> this.releases.verdict(held().caseId(), held.verdict(), person(EVA)));
	}

	@Test
	void VA_06_aClosedCaseOrAWithdrawnRequestIsNotDecidedByARelease() {
		var closed = held();
		release(closed, EVA);
		this.database.sql("update case_file set state = 'CLOSED' where id = ?").param(closed.caseId().value()).update();
		var withdrawn = held();
		release(withdrawn, EVA);
		this.database.sql("update ask set state = 'WITHDRAWN' where case_id = ?")
			.param(withdrawn.caseId().value())
			.update();

		assertThatExceptionOfType(Conflict.class).isThrownBy(() -> release(closed, FINN));
		assertThatExceptionOfType(Conflict.class).isThrownBy(() -> release(withdrawn, FINN));

		assertThat(verdict(closed).state()).isEqualTo(Verdict.State.HELD);
		assertThat(verdict(withdrawn).state()).isEqualTo(Verdict.State.HELD);
	}

	@Test
	void VA_07_whatTheApproverHasSaidSinceStands() {
		var held = held();
		release(held, EVA);
		var asked = this.cases.get(held.caseId()).asks().getFirst();
		this.sandbox.api()
			.post("/cases/%s/asks/%s/verdict".formatted(held.caseId(), asked.id()), Map.of("outcome", "REJECTED"),
					UUID.randomUUID().toString());

		assertThat(verdict(held).state()).isEqualTo(Verdict.State.SUPERSEDED);
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> release(held, FINN));
		assertThat(this.cases.get(held.caseId()).outcome()).contains(Outcome.REJECTED);
	}

	@Test
	void VA_19_twoWhoSaySoInTheSameMomentAreTwo() throws Exception {
		for (var round = 0; round < 5; round++) {
			var held = held();
			try (var both = Executors.newFixedThreadPool(2)) {
				var said = both
					.invokeAll(List.<Callable<Integer>>of(() -> release(held, EVA), () -> release(held, FINN)));
				assertThat(List.of(said.getFirst().get(), said.getLast().get())).containsExactlyInAnyOrder(0, 1);
			}
			assertThat(verdict(held).state()).isEqualTo(Verdict.State.ACTIVE);
		}
	}

	@Test
	void VA_19_aRefusedMailIsPutIntoItsCaseByTwoAndDecidesNothing() {
		var request = asked();
		var forged = request.answeredBy(BO, "Godkendt\n\nBo", now())
			.header("Received: from edge.min.example (10.0.0.7) by store.min.example; " + date())
			.header("Received: from mail.evil.example (203.0.113.66) by edge.min.example; " + date());
		this.sandbox.control().place(DAN, "inbox", forged.bytes(), Instant.now());
		var mail = message(forged);
		await().atMost(Duration.ofSeconds(30)).until(() -> !reviews(mail).isEmpty());
		var caseId = new CaseId(message(request).path("case").asString());
		var id = new MessageId(mail.path("id").asString());

		assertThatExceptionOfType(Conflict.class).as("whose name it bears")
			.isThrownBy(() -> this.releases.mail(id, person(BO)));
		assertThat(this.releases.mail(id, person(EVA))).isEqualTo(1);
		assertThat(this.releases.mail(id, person(EVA))).isEqualTo(1);
		assertThat(this.cases.get(caseId).messages()).hasSize(1);
		assertThat(this.releases.mail(id, person(FINN))).isZero();

		assertThat(this.cases.get(caseId).messages()).hasSize(2);
		assertThat(this.cases.get(caseId).verdicts()).isEmpty();
		assertThat(reviews(mail)).isEmpty();
		assertThatExceptionOfType(NotFound.class).isThrownBy(() -> this.releases.mail(id, person(CLARA)));
	}

	@Test
	void VA_19_whoeverWasAskedIsAskedAgainAndHisAnswerByMailCounts() {
		var held = held();
		var question = questions(held).getFirst();
		assertThat(question.path("recipients")).singleElement()
			.satisfies((to) -> assertThat(to.asString()).isEqualTo(BO.address()));
		var name = messageId(question);

		answers(held, name, "Godkendt");

		await().atMost(Duration.ofSeconds(30)).until(() -> verdict(held).state() == Verdict.State.SUPERSEDED);
		assertThat(this.cases.get(held.caseId()).outcome()).contains(Outcome.APPROVED);
		answers(held, name, "Afvist");
		await().atMost(Duration.ofSeconds(30))
			.until(() -> notes(held).stream().anyMatch((note) -> note.contains("has been answered")));
		assertThat(this.cases.get(held.caseId()).outcome()).as("it is asked once").contains(Outcome.APPROVED);
	}

	@Test
	void VA_05_aQuestionNobodyPutIsAnsweredByNobody() {
		var held = held();
		var name = messageId(questions(held).getFirst());
		var last = name.charAt(name.indexOf('@') - 1);

		answers(held, name.replace(last + "@", ((last == 'a') ? 'b' : 'a') + "@"), "Godkendt");

		await().atMost(Duration.ofSeconds(30))
			.until(() -> notes(held).stream().anyMatch((note) -> note.contains("never put")));
		assertThat(verdict(held).state()).isEqualTo(Verdict.State.HELD);
	}

	@Test
	void VA_06_aReplyToAClosedCaseDecidesNothingAndTheCaseSaysSo() {
		var request = asked();
		var id = new CaseId(message(request).path("case").asString());
		this.sandbox.context().getBean(Regroupings.class).close(id, person(EVA).id());

		answers(id, request.messageId().replaceAll("[<>]", ""), "Godkendt");

		await().atMost(Duration.ofSeconds(30))
			.until(() -> notes(id).stream().anyMatch((note) -> note.contains("The case is closed")));
		assertThat(this.cases.get(id).verdicts()).isEmpty();
	}

	@Test
	void aReplyInTheThreadOfAMergedCaseDecidesWhatItAnswersOnTheCaseThatStays() {
		var request = asked();
		var stays = new CaseId(message(asked()).path("case").asString());
		var merged = new CaseId(message(request).path("case").asString());
		var ask = this.cases.get(merged).asks().getFirst().id();
		this.sandbox.context().getBean(Regroupings.class).merge(merged, stays, person(EVA).id());

		var reply = request.answeredBy(BO, "Godkendt\n\nBo" + request.quoted(), now())
			.header("Received: from a.min.example (10.0.0.7) by b.min.example; " + date())
			.header("X-MS-Exchange-Organization-AuthAs: Internal")
			.header("X-MS-Exchange-Organization-MessageDirectionality: Originating")
			.header("X-MS-Exchange-CrossTenant-Id: sandbox");
		this.sandbox.control().place(DAN, "inbox", reply.bytes(), Instant.now());

		await().atMost(Duration.ofSeconds(30)).until(() -> message(reply).path("case").isString());
		assertThat(message(reply).path("case").asString()).isEqualTo(stays.value());
		assertThat(this.cases.get(stays).verdicts()).singleElement().satisfies((verdict) -> {
			assertThat(verdict.state()).isEqualTo(Verdict.State.ACTIVE);
			assertThat(verdict.decision().outcome()).isEqualTo(Outcome.APPROVED);
			assertThat(verdict.decision().ask()).isEqualTo(ask);
		});
		assertThat(this.cases.get(merged).verdicts()).isEmpty();
	}

	@Test
	void VA_20_everyVerdictOfTheDatabaseComesOutTheSameOffline() {
		var held = held();
		var url = this.sandbox.context().getEnvironment().getRequiredProperty("spring.datasource.url");
		var said = new ByteArrayOutputStream();

		assertThat(OfflineRejudging.run(new String[] { "--spring.datasource.url=" + url }, new PrintStream(said)))
			.as(said.toString())
			.isZero();
		assertThat(said.toString()).contains("0 come out differently");
		this.database.sql("""
				update judgement set judged = jsonb_set(judged, '{word}', '"accepted"') where message =
					(select message from verdict where id = ?)
				""").param(held.verdict()).update();

		assertThat(OfflineRejudging.run(new String[] { "--spring.datasource.url=" + url }, new PrintStream(said)))
			.isOne();
		assertThat(said.toString()).contains("accepted, now held");
	}

	@Test
	void VA_19_whomADoubtedMailNamesWaitsOutsideUntilTheMailCounts() {
		var held = held(FINN);
		assertThat(people(held.caseId())).doesNotContain(FINN.address());
		assertThat(outside(held.caseId())).containsExactly(FINN.address());

		release(held, EVA);
		assertThat(people(held.caseId())).doesNotContain(FINN.address());
		release(held, CLARA);

		assertThat(people(held.caseId())).contains(FINN.address());
		assertThat(outside(held.caseId())).isEmpty();
		assertThat(types(held.caseId())).contains("participants.waiting", "participants.admitted");
	}

	@Test
	void VA_19_whomADoubtedMailNamesComesInWhenAPersonLetsHimIn() {
		var held = held(FINN);
		var mail = verdict(held).decision().message().orElseThrow();

		this.cases.admit(held.caseId(), mail, Optional.of(person(EVA).id()));
		this.cases.admit(held.caseId(), mail, Optional.of(person(EVA).id()));

		assertThat(people(held.caseId())).contains(FINN.address());
		assertThat(verdict(held).state()).as("the mail is doubted as before").isEqualTo(Verdict.State.HELD);
		assertThat(types(held.caseId())).filteredOn("participants.admitted"::equals).hasSize(1);
	}

	@Test
	void VA_19_whomADoubtedMailNamesComesInWhenItsAuthorConfirmsItByReply() {
		var held = held(FINN);
		var name = messageId(questions(held).getFirst());

		answers(held, name, "Godkendt");

		await().atMost(Duration.ofSeconds(30)).until(() -> people(held.caseId()).contains(FINN.address()));
		assertThat(outside(held.caseId())).isEmpty();
		assertThat(verdict(held).state()).isEqualTo(Verdict.State.SUPERSEDED);
		assertThat(types(held.caseId())).filteredOn("participants.admitted"::equals).hasSize(1);
	}

	@Test
	void VA_19_whomADoubtedMailNamesStaysOutsideWhenItsAuthorSaysSomethingElse() {
		var held = held(FINN);
		var contrary = held(FINN);
		var ask = this.cases.get(held.caseId()).asks().getFirst().internetMessageId().orElseThrow();

		answers(held, ask, "Godkendt");
		answers(contrary, messageId(questions(contrary).getFirst()), "Afvist");

		await().atMost(Duration.ofSeconds(30))
			.until(() -> this.cases.get(held.caseId()).outcome().isPresent()
					&& this.cases.get(contrary.caseId()).verdicts().size() == 2);
		assertThat(outside(held.caseId())).as("the request was answered, the mail not confirmed")
			.containsExactly(FINN.address());
		assertThat(outside(contrary.caseId())).containsExactly(FINN.address());
	}

	@Test
	void VA_11a_whomADoubtedRequestOnlyInformsComesInWithItsProof() {
		var request = Letter
			.of(CLARA, List.of(BO), "Indstilling fra Clara",
					"Kære Bo\n\nKan du godkende vedlagte indstilling?\n\nClara", now())
			.copyTo(FINN)
			.header("Received: from edge.min.example (10.0.0.7) by store.min.example; " + date());
		this.sandbox.control().place(DAN, "inbox", request.bytes(), Instant.now());
		await().atMost(Duration.ofSeconds(30)).until(() -> message(request).path("case").isString());
		var id = new CaseId(message(request).path("case").asString());
		assertThat(people(id)).contains(CLARA.address(), BO.address()).doesNotContain(FINN.address());

		this.sandbox.control().place(CLARA, "sentitems", request.bytes(), Instant.now());
		this.sandbox.api().watch(CLARA);

		await().atMost(Duration.ofSeconds(40)).until(() -> people(id).contains(FINN.address()));
		assertThat(outside(id)).isEmpty();
	}

	@Test
	void VA_06_theOwnerHearsOfAGoodAnswerThatCameTooLateAndOfNoForgedOne() {
		var request = asked();
		var id = new CaseId(message(request).path("case").asString());
		this.sandbox.context().getBean(Regroupings.class).close(id, person(EVA).id());
		var forged = request.answeredBy(BO, "Godkendt\n\nBo", now())
			.header("Received: from edge.min.example (10.0.0.7) by store.min.example; " + date())
			.header("Received: from mail.evil.example (203.0.113.66) by edge.min.example; " + date());
		this.sandbox.control().place(DAN, "inbox", forged.bytes(), Instant.now());
		var mail = message(forged);
		await().atMost(Duration.ofSeconds(30)).until(() -> !reviews(mail).isEmpty());
		assertThat(writebacks(id, "LATE")).isEmpty();

		answers(id, request.messageId().replaceAll("[<>]", ""), "Godkendt");

		await().atMost(Duration.ofSeconds(30)).until(() -> writebacks(id, "LATE").size() == 1);
		assertThat(writebacks(id, "LATE")).containsExactly("{%s}".formatted(DAN.address()));
		assertThat(this.cases.get(id).verdicts()).isEmpty();
	}

	@Test
	void VA_06_aRequestOfLastSpringIsAnsweredByNoMail() {
		var request = asked();
		var id = new CaseId(message(request).path("case").asString());
		this.database.sql("update ask set asked_at = asked_at - interval '91 days' where case_id = ?")
			.param(id.value())
			.update();

		answers(id, request.messageId().replaceAll("[<>]", ""), "Godkendt");

		await().atMost(Duration.ofSeconds(30))
			.until(() -> notes(id).stream().anyMatch((note) -> note.contains("has expired")));
		await().atMost(Duration.ofSeconds(30)).until(() -> writebacks(id, "LATE").size() == 1);
		assertThat(this.cases.get(id).verdicts()).isEmpty();
	}

	@Test
	void VA_19_ofForgedMailThatBelongsToNoCaseTheSecretariatHearsOnce() {
		for (var attempt = 0; attempt < 3; attempt++) {
			var forged = Letter
				.of(FINN, List.of(BO), "Hasteoverførsel " + attempt,
						"Kære Bo\n\nKan du godkende vedlagte indstilling?\n\nFinn", now())
				.header("Received: from edge.min.example (10.0.0.7) by store.min.example; " + date())
				.header("Received: from mail.evil.example (203.0.113.66) by edge.min.example; " + date());
			this.sandbox.control().place(DAN, "inbox", forged.bytes(), Instant.now());
			var mail = message(forged);
			await().atMost(Duration.ofSeconds(30)).until(() -> !reviews(mail).isEmpty());
		}

		var alerts = this.database.sql("select internet_message_id from writeback where case_id is null")
			.query(String.class)
			.list();
		assertThat(alerts).hasSize(1);
		await().atMost(Duration.ofSeconds(30)).until(() -> !sent(alerts.getFirst()).isEmpty());
		assertThat(sent(alerts.getFirst())).singleElement().satisfies((alert) -> {
			assertThat(alert.path("recipients").valueStream().map(JsonNode::asString)).containsExactly(EVA.address());
			assertThat(mime(alert)).doesNotContain("Hasteoverf").doesNotContain("In-Reply-To");
		});
	}

	private List<String> people(CaseId id) {
		return this.cases.get(id).participants().stream().map((one) -> one.address().value()).toList();
	}

	private List<String> outside(CaseId id) {
		return this.cases.waiting(id).stream().map((one) -> one.person().address().value()).toList();
	}

	private List<String> types(CaseId id) {
		return this.database.sql("select type from entry where stream = ? order by position")
			.param("case/" + id)
			.query((row, _) -> row.getString(1))
			.list();
	}

	/** The mails in which the asked person is asked again. */
	private List<JsonNode> questions(Held held) {
		var ours = this.database
			.sql("select internet_message_id from writeback where verdict = ? and kind = 'QUESTION'")
			.param(held.verdict())
			.query(String.class)
			.single();
		await().atMost(Duration.ofSeconds(30)).until(() -> !sent(ours).isEmpty());
		return sent(ours);
	}

	private List<JsonNode> sent(String internetMessageId) {
		return this.sandbox.control().sent().stream().filter((mail) -> mime(mail).contains(internetMessageId)).toList();
	}

	private static String messageId(JsonNode mail) {
		var name = Pattern.compile("(?im)^Message-ID:\\s*<([^>]+)>").matcher(mime(mail));
		assertThat(name.find()).isTrue();
		return name.group(1);
	}

	private static String mime(JsonNode mail) {
		return new String(Base64.getMimeDecoder().decode(mail.path("mime").asString()), StandardCharsets.UTF_8);
	}

	private void answers(Held held, String named, String words) {
		answers(held.caseId(), named, words);
	}

	/** The approver answers from inside the tenant, whose servers vouch for him. */
	private void answers(CaseId id, String named, String words) {
		var ask = this.cases.get(id).asks().getFirst().internetMessageId().orElseThrow();
		var mail = """
				Received: from a.min.example (10.0.0.7) by b.min.example; %1$s
				X-MS-Exchange-Organization-AuthAs: Internal
				X-MS-Exchange-Organization-MessageDirectionality: Originating
				X-MS-Exchange-CrossTenant-Id: sandbox
				From: %2$s <%3$s>
				To: Dan Friis <%4$s>
				Subject: SV: %5$s
				Date: %1$s
				Message-ID: <%6$s@min.example>
				In-Reply-To: <%7$s>
				References: <%9$s> <%7$s>
				MIME-Version: 1.0
				Content-Type: text/plain; charset=utf-8

				%8$s
				"""
			.formatted(date(), BO.displayName(), BO.address(), DAN.address(), this.cases.get(id).title(),
					UUID.randomUUID(), named, words, ask)
			.replace("\n", "\r\n");
		this.sandbox.control().place(DAN, "inbox", mail.getBytes(StandardCharsets.UTF_8), Instant.now());
	}

	private List<String> notes(Held held) {
		return notes(held.caseId());
	}

	private List<String> notes(CaseId id) {
		return this.database.sql("select data ->> 'note' from entry where stream = ? and type = 'note.added'")
			.param("case/" + id)
			.query((row, _) -> row.getString(1))
			.list();
	}

	private List<String> writebacks(CaseId id, String kind) {
		return this.database.sql("select recipients::text from writeback where case_id = ? and kind = ?")
			.params(id.value(), kind)
			.query((row, _) -> row.getString(1))
			.list();
	}

	@Test
	void VA_19_aProgramIsNobodyWhateverItMayDo() {
		var held = held();

		assertThatThrownBy(() -> this.sandbox.api()
			.post("/cases/%s/verdicts/%s/release".formatted(held.caseId(), held.verdict()), Map.of(), "key"))
			.hasMessageContaining("403");
		assertThat(entries(held.verdict())).isEmpty();
	}

	/** The approver's mailbox is not watched, and no server vouches for him. */
	private Held held(Correspondent... copied) {
		var request = asked();
		var reply = request.answeredBy(BO, "Godkendt\n\nBo" + request.quoted(), now())
			.copyTo(copied)
			.header("Received: from edge.min.example (10.0.0.7) by store.min.example; " + date());
		this.sandbox.control().place(DAN, "inbox", reply.bytes(), Instant.now());
		var id = new CaseId(message(request).path("case").asString());
		await().atMost(Duration.ofSeconds(30)).until(() -> !this.cases.get(id).verdicts().isEmpty());
		var verdict = this.cases.get(id).verdicts().getFirst();
		assertThat(verdict.state()).isEqualTo(Verdict.State.HELD);
		return new Held(id, verdict.id());
	}

	private Letter asked() {
		this.number++;
		var request = Letter.of(DAN, List.of(BO), "Indstilling nr. " + this.number,
				"Kære Bo\n\nKan du godkende vedlagte indstilling?\n\nDan", now());
		this.sandbox.control().send(request);
		await().atMost(Duration.ofSeconds(30)).until(() -> message(request).path("case").isString());
		return request;
	}

	private JsonNode message(Letter letter) {
		var path = "/messages?internetMessageId=" + letter.messageId().replace("<", "%3C").replace(">", "%3E");
		await().atMost(Duration.ofSeconds(30)).until(() -> !this.sandbox.api().all(path).isEmpty());
		return this.sandbox.api().all(path).getFirst();
	}

	private List<JsonNode> reviews(JsonNode mail) {
		return this.sandbox.api()
			.all("/reviews")
			.stream()
			.filter((review) -> review.path("message").equals(mail.path("id")))
			.toList();
	}

	private int release(Held held, Correspondent by) {
		return this.releases.verdict(held.caseId(), held.verdict(), person(by));
	}

	private Verdict verdict(Held held) {
		return this.cases.get(held.caseId())
			.verdicts()
			.stream()
			.filter((one) -> one.id().equals(held.verdict()))
			.findFirst()
			.orElseThrow();
	}

	private Person person(Correspondent who) {
		return this.sandbox.context().getBean(People.class).find(new EmailAddress(who.address())).orElseThrow();
	}

	/** Who has released it, by the journal. */
	private List<String> entries(String subject) {
		return this.database
			.sql("select actor from entry where type = 'release.wanted' and data ->> 'subject' = ? order by position")
			.param(subject)
			.query((row, _) -> row.getString("actor"))
			.list();
	}

	private static ZonedDateTime now() {
		return ZonedDateTime.now(ZoneId.of("Europe/Copenhagen"));
	}

	private static String date() {
		return DateTimeFormatter.RFC_1123_DATE_TIME.format(now());
	}

	private record Held(CaseId caseId, String verdict) {
	}

}
