package io.countersign.scenario;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.countersign.connector.mail.MailHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
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
@ExtendWith(OneOffice.class)
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
			readsAllAgainByImap(office, List.of(request, renamed, joined, forwarded, later));
		}
	}

	/**
	 * The mailboxes move to servers of one's own, which carried the mails another way.
	 */
	private static void readsAllAgainByImap(Office office, List<Letter> letters) {
		var before = snapshot(office, letters.toArray(Letter[]::new));
		try (var host = new MailHost()) {
			Stream.of(Cast.values()).forEach(host::opens);
			letters.forEach((letter) -> places(letter).forEach((person) -> host.deliver(person, carried(letter))));
			letters.forEach((letter) -> host.file(letter.from(), "Sent", letter.bytes()));

			office.movesTo(host);

			await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> before.forEach((letter, once) -> {
				var again = office.message(letter);
				assertThat(again.path("sightings")).as(letter.subject())
					.hasSize(once.path("sightings").size() + places(letter).size() + 1);
				assertThat(again.path("id")).isEqualTo(once.path("id"));
				assertThat(again.path("case")).isEqualTo(once.path("case"));
				assertThat(again.path("reason")).isEqualTo(once.path("reason"));
			}));
			office.settles(letters.toArray(Letter[]::new));
			assertThat(office.product().all("/cases")).hasSize(1);
		}
	}

	private static List<Correspondent> places(Letter letter) {
		return Stream.<Correspondent>concat(letter.to().stream(), letter.cc().stream()).toList();
	}

	private static byte[] carried(Letter letter) {
		return ("Return-Path: <%s>\r\nReceived: from mx1.min.example by imap.min.example; Fri, 27 Nov 2026 09:00:00 +0100\r\n"
			.formatted(letter.from().address()) + new String(letter.bytes(), StandardCharsets.ISO_8859_1))
			.getBytes(StandardCharsets.ISO_8859_1);
	}

	@Test
	@ResourceLock(OneOffice.LOCK)
	void aWrongJoinIsSplitInTwoClicksAndWhoeverReceivesTheCasesIsCorrected(Office office) {
		var now = ZonedDateTime.now(ZoneId.of("Europe/Copenhagen"));
		var request = Letter.of(DAN, List.of(ANNA), "Indstilling om nye skilte",
				"Kære Anna\n\nKan du godkende vedlagte plan for skilte?\n\nHilsen Dan", now);
		office.tenant().send(request);
		office.settles(request);
		var strayed = request
			.answeredBy(CLARA, "Noget andet: Kan du godkende indkøb af nye stole?\n\nClara", now.plusMinutes(1))
			.copyTo(FINN)
			.titled("Indkøb af stole");
		office.tenant().send(strayed);
		office.settles(request, strayed);
		var wrong = office.message(strayed).path("case").asString();
		assertThat(wrong).isEqualTo(office.message(request).path("case").asString());
		var told = office.product().all("/events").size();
		var eva = Visitor.of(office.product().uri(), EVA, "da");
		var mail = "/cases/%s/messages/%s".formatted(wrong, office.message(strayed).path("id").asString());
		assertThat(eva.page("/cases/" + wrong)).contains(mail + "/move");

		assertThat(eva.page(mail + "/move")).contains(mail + "/split", FINN.address());
		assertThat(eva.sends(mail + "/split", "title=Nye+stole&approver=" + FINN.address())).isEqualTo(200);

		var right = office.caseOf(strayed);
		assertThat(right.path("id").asString()).isNotEqualTo(wrong);
		assertThat(right.path("asks").valueStream()).singleElement()
			.satisfies((ask) -> assertThat(ask.at("/approver/address").asString()).isEqualTo(FINN.address()));
		assertThat(office.message(request).path("case").asString()).isEqualTo(wrong);
		await().atMost(Duration.ofMinutes(1))
			.untilAsserted(() -> assertThat(office.product().all("/events").stream().skip(told))
				.extracting((event) -> event.path("type").asString(), (event) -> event.path("subject").asString())
				.contains(tuple("org.countersign.message.withdrawn.v1", "case/" + wrong),
						tuple("org.countersign.case.split.v1", "case/" + wrong),
						tuple("org.countersign.case.opened.v1", "case/" + right.path("id").asString())));
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
