package io.countersign.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static io.countersign.scenario.Cast.BO;
import static io.countersign.scenario.Cast.CLARA;
import static io.countersign.scenario.Cast.DAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Scenario 4: a mailbox answers for its owner, and nobody answers it for ever. */
class Scenario04AutomaticReplyAndLoopIT {

	private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

	private static final Correspondent BRIDGE = Correspondent.of("Countersign", "countersign@min.example");

	private final LocalDate lastDay = LocalDate.now(COPENHAGEN).plusDays(9);

	private final String until = DateTimeFormatter.ofPattern("d/M").format(this.lastDay);

	private final String note = "Jeg er på ferie til %s. Ok at kontakte Clara".formatted(this.until);

	@Test
	void whoIsAwayIsShownTheWordOkDecidesNothingAndTheThreadGetsTwoMailsAnHour() {
		try (var office = Office.open()) {
			office.product().watch(BRIDGE);
			var request = asked(office);
			decide(office, request, "DEFERRED");
			var receipt = receipt(office, request, 1);

			for (var turn = 1; turn <= 3; turn++) {
				var answer = automaticReply(request, receipt, this.note);
				deliver(office, BRIDGE, answer);
				office.settles(request, answer);
			}

			var waiting = office.caseOf(request);
			assertThat(waiting.path("verdicts")).as("the case system's own only").hasSize(1);
			assertThat(waiting.path("asks").get(0).path("state").asString()).isEqualTo("open");
			assertThat(waiting.path("messages")).as("the request and three automatic replies").hasSize(4);
			isAway(office, request);
			isOnThePages(office, waiting);
			assertThat(receipt).contains("Auto-Submitted: auto-").contains("X-Auto-Response-Suppress: All");
			assertThat(office.answers()).as("an automatic reply is not answered").hasSize(1);

			decide(office, request, "RETURNED");
			receipt(office, request, 2);
			decide(office, request, "APPROVED");
			await().atMost(Duration.ofSeconds(90)).until(() -> !held(office).isEmpty());
			assertThat(held(office)).singleElement().satisfies((held) -> {
				assertThat(held.path("caseId")).isEqualTo(waiting.path("id"));
				assertThat(held.path("state").asString()).isEqualTo("due");
				assertThat(held.path("reason").asString())
					.isEqualTo("This thread has had 2 automatic mails within an hour.");
			});
			office.settles(request);
			assertThat(office.answers()).as("no further mail").hasSize(2);
		}
	}

	@Test
	void nobodyElseCanSendBoOnHoliday() {
		try (var office = Office.open()) {
			var request = asked(office);
			var ordinary = request.answeredBy(BO, this.note + "\n\nBo", now());
			office.tenant().send(ordinary);
			var forged = automaticReply(request, request.messageId(), this.note)
				.header("Received: from mail.evil.example (203.0.113.66) by edge.min.example; " + date());
			deliver(office, DAN, forged);
			var stranger = Correspondent.of("Bo Lind", "bo.lind@evil.example");
			var foreign = automatic(request.answeredBy(stranger, this.note, now()));
			deliver(office, DAN, foreign);
			var sentOn = automatic(request.answeredBy(BO, this.note, now()).titled("VS: Autosvar"));
			deliver(office, DAN, sentOn);
			office.settles(request, ordinary, forged, foreign, sentOn);

			assertThat(office.caseOf(request).path("absences")).isEmpty();
			assertThat(office.caseOf(request).path("verdicts")).isEmpty();
			assertThat(office.product().all("/events").stream().map((event) -> event.path("type").asString()))
				.noneMatch((type) -> type.contains("person.away"));
		}
	}

	@Test
	void twoPeopleOfANameAreNamedAndNeitherIsProposed() {
		try (var office = Office.open()) {
			office.product().know(Correspondent.of("Clara Holst", "clara.holst@min.example"), "sagsbehandler");
			var request = asked(office);
			var answer = automaticReply(request, request.messageId(), this.note);
			deliver(office, DAN, answer);
			office.settles(request, answer);

			var absence = office.caseOf(request).path("absences").get(0);
			assertThat(absence.path("named").asString()).isEqualTo("Clara");
			assertThat(absence.path("proposal").isNull()).isTrue();
		}
	}

	private void isAway(Office office, Letter request) {
		var absences = office.caseOf(request).path("absences");
		assertThat(absences).hasSize(1);
		var absence = absences.get(0);
		assertThat(absence.path("person").path("address").asString()).isEqualTo(BO.address());
		assertThat(absence.path("lastDay").asString()).isEqualTo(this.lastDay.toString());
		assertThat(absence.path("named").asString()).isEqualTo("Clara");
		assertThat(absence.path("proposal").path("address").asString()).isEqualTo(CLARA.address());
		assertThat(absence.path("quote").asString()).isEqualTo(this.note);
		await().atMost(Duration.ofMinutes(1))
			.untilAsserted(() -> assertThat(absences(office)).as("once in the journal, without the words")
				.singleElement()
				.satisfies((event) -> {
					assertThat(event.path("data").path("last_day").asString()).isEqualTo(this.lastDay.toString());
					assertThat(event.toString()).doesNotContain("ferie");
				}));
	}

	private static List<JsonNode> absences(Office office) {
		return office.product()
			.all("/events")
			.stream()
			.filter((event) -> event.path("type").asString().contains("person.away"))
			.toList();
	}

	private void isOnThePages(Office office, JsonNode waiting) {
		var danish = "Bo fraværende til %s, forslag: Clara".formatted(this.until);
		var english = "Bo away until %s, suggestion: Clara"
			.formatted(DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH).format(this.lastDay));
		await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
			var visitor = Visitor.of(office.product().uri(), DAN, "da");
			assertThat(visitor.page("/")).contains(danish);
			assertThat(visitor.page("/cases/" + waiting.path("id").asString())).contains(danish, this.note);
		});
		assertThat(Visitor.of(office.product().uri(), DAN, "en").page("/")).contains(english);
	}

	private static Letter asked(Office office) {
		var request = Letter
			.of(DAN, List.of(BO), "Indstilling om lejemål", "Kære Bo\n\nKan du godkende vedlagte indstilling?\n\nDan",
					now())
			.with("indstilling.txt", "Vi lejer Havnegade 12.");
		office.tenant().send(request);
		office.settles(request);
		return request;
	}

	private static void decide(Office office, Letter request, String outcome) {
		var asked = office.caseOf(request);
		office.product()
			.post("/cases/%s/asks/%s/verdict".formatted(asked.path("id").asString(),
					asked.path("asks").get(0).path("id").asString()), Map.of("outcome", outcome),
					UUID.randomUUID().toString());
	}

	/** The mail of ours that has gone out as the so-manieth. */
	private static String receipt(Office office, Letter request, int number) {
		await().atMost(Duration.ofSeconds(90)).until(() -> office.answersTo(request).size() == number);
		return office.answersTo(request).getLast();
	}

	/**
	 * What Bo's mailbox answers inside the tenant, as Exchange hands it over: it names
	 * the one mail it answers.
	 */
	private static Letter automaticReply(Letter request, String answered, String text) {
		var ours = !answered.startsWith("<");
		var id = ours ? answered.replaceAll("(?s).*?\r?\nMessage-ID: (\\S+).*", "$1") : answered;
		return automatic(new Letter("<%s@min.example>".formatted(UUID.randomUUID()), BO, List.of(ours ? BRIDGE : DAN),
				List.of(), "Automatisk svar: " + request.subject(), text, now(), List.of(id), List.of(), List.of()));
	}

	private static Letter automatic(Letter letter) {
		return letter
			.header("Received: from AM0.prod.exchangelabs.com (10.0.0.7) by DB7.prod.exchangelabs.com; " + date())
			.header("Auto-Submitted: auto-generated")
			.header("Return-Path: <>")
			.header("X-MS-Exchange-Organization-AuthAs: Internal")
			.header("X-MS-Exchange-Organization-MessageDirectionality: Originating")
			.header("X-MS-Exchange-CrossTenant-Id: sandbox");
	}

	/** Mailboxes keep no copy of what they answer by themselves. */
	private static void deliver(Office office, Correspondent receiver, Letter letter) {
		office.tenant().place(receiver, "inbox", letter.bytes(), Instant.now());
	}

	private static List<JsonNode> held(Office office) {
		return office.product().all("/writebacks").stream().filter((one) -> one.path("reason").isString()).toList();
	}

	private static ZonedDateTime now() {
		return ZonedDateTime.now(COPENHAGEN);
	}

	private static String date() {
		return DateTimeFormatter.RFC_1123_DATE_TIME.format(now());
	}

}
