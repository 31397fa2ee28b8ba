package io.countersign.scenario;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static io.countersign.scenario.Cast.ANNA;
import static io.countersign.scenario.Cast.BO;
import static io.countersign.scenario.Cast.CLARA;
import static io.countersign.scenario.Cast.DAN;
import static io.countersign.scenario.Cast.EVA;
import static io.countersign.scenario.Cast.FINN;
import static io.countersign.scenario.Cast.SECRETARIAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/** Scenario 7: one mail in many mailboxes, and the thread around it, are one case. */
class Scenario07OneCaseNotFiveIT {

	@Test
	void everyCopyAndEveryTurnOfTheThreadIsOneCaseAlsoWhenEverythingIsReadAgain() {
		try (var office = Office.open()) {
			var now = ZonedDateTime.now(ZoneId.of("Europe/Copenhagen"));
			var request = Letter
				.of(DAN, List.of(ANNA, BO), "Indstilling om ny presseplan",
						"Kære Anna og Bo\n\nKan I godkende vedlagte presseplan?\n\nHilsen Dan", now)
				.copyTo(SECRETARIAT)
				.with("presseplan.docx", "Plan for presse i december");
			office.tenant().send(request);
			office.settles(request);
			await().atMost(Duration.ofMinutes(1)).until(() -> isSeenAt(BO, office.message(request)));
			office.tenant().move(BO, request, "archive");
			var renamed = request.answeredBy(CLARA, "Jeg har rettet afsnit 3.\n\nClara", now.plusMinutes(1))
				.titled("Presseplan - min rettelse");
			office.tenant().send(renamed);
			var joined = renamed.answeredBy(DAN, "Tak. Finn er med fra nu af.\n\nDan", now.plusMinutes(2)).copyTo(FINN);
			office.tenant().send(joined);
			office.settles(request, renamed, joined);
			var forwarded = Letter
				.of(DAN, List.of(FINN), "VS: SV: SV: Indstilling om ny presseplan", "Se vedhæftede tråd.\n\nDan",
						now.plusMinutes(3))
				.forwarding(request);
			office.tenant().send(forwarded);
			office.settles(request, renamed, joined, forwarded);
			var once = snapshot(office, request, renamed, joined, forwarded);

			office.tenant().fault(Map.of("kind", "expire-delta"));
			var later = joined.answeredBy(FINN, "Set.\n\nFinn", now.plusMinutes(4));
			office.tenant().send(later);
			office.settles(request, later);

			assertThat(office.product().all("/cases")).hasSize(1);
			assertThat(snapshot(office, request, renamed, joined, forwarded)).isEqualTo(once);
			assertThat(once.values()).as("every message joins for a reason of its own")
				.noneMatch((message) -> message.path("reason").asString().isBlank())
				.extracting((message) -> message.path("case").asString())
				.containsOnly(office.caseOf(request).path("id").asString());
			assertThat(office.message(request).path("sightings")).hasSizeGreaterThanOrEqualTo(4);
		}
	}

	@Test
	void aWrongJoinIsSplitAndWhoeverReceivesTheCasesIsCorrected() {
		try (var office = Office.open()) {
			var now = ZonedDateTime.now(ZoneId.of("Europe/Copenhagen"));
			var request = Letter.of(DAN, List.of(ANNA), "Indstilling om ny presseplan",
					"Kære Anna\n\nKan du godkende vedlagte presseplan?\n\nHilsen Dan", now);
			office.tenant().send(request);
			office.settles(request);
			var strayed = request
				.answeredBy(CLARA, "Noget andet: Kan du godkende indkøb af nye stole?\n\nClara", now.plusMinutes(1))
				.titled("Indkøb af stole");
			office.tenant().send(strayed);
			office.settles(request, strayed);
			var wrong = office.message(strayed).path("case").asString();
			assertThat(wrong).isEqualTo(office.message(request).path("case").asString());
			var told = office.product().all("/events").size();

			office.splits(EVA, strayed, FINN);

			var right = office.caseOf(strayed);
			assertThat(right.path("id").asString()).isNotEqualTo(wrong);
			assertThat(right.path("asks").valueStream()).singleElement()
				.satisfies((ask) -> assertThat(ask.at("/approver/address").asString()).isEqualTo(FINN.address()));
			assertThat(office.message(request).path("case").asString()).isEqualTo(wrong);
			assertThat(office.product().all("/events").stream().skip(told))
				.extracting((event) -> event.path("type").asString(), (event) -> event.path("subject").asString())
				.contains(tuple("org.countersign.message.withdrawn.v1", "case/" + wrong),
						tuple("org.countersign.case.split.v1", "case/" + wrong),
						tuple("org.countersign.case.opened.v1", "case/" + right.path("id").asString()));
		}
	}

	/** A copy that is moved before it was read is listed as an item of its own. */
	private static boolean isSeenAt(Correspondent person, JsonNode message) {
		return message.path("sightings")
			.valueStream()
			.anyMatch((place) -> place.path("mailbox").asString().equals(person.address()));
	}

	private static Map<Letter, JsonNode> snapshot(Office office, Letter... letters) {
		var messages = new LinkedHashMap<Letter, JsonNode>();
		for (var letter : letters) {
			messages.put(letter, office.message(letter));
		}
		return messages;
	}

}
