package io.countersign.scenario;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

import static io.countersign.scenario.Cast.ANNA;
import static io.countersign.scenario.Cast.CLARA;
import static io.countersign.scenario.Cast.DAN;
import static org.assertj.core.api.Assertions.assertThat;

/** Scenario 6: an answer to the first version binds the first version. */
@ResourceLock(OneOffice.LOCK)
@ExtendWith(OneOffice.class)
class Scenario06WhichVersionIT {

	private static final String FIRST = "Tabel 1: 10 mio. kr.";

	private static final String SECOND = "Tabel 1: 12 mio. kr.";

	@Test
	void anAnswerToTheFirstMailBindsItsFilesAndLeavesTheSecondOpen(Office office) {
		var nine = now().minusMinutes(50);
		var first = Letter
			.of(DAN, List.of(ANNA), "Budgetnotat om letbanen",
					"Kære Anna\n\nKan du godkende vedlagte notat?\n\nHilsen Dan", nine)
			.with("letbanenotat_v1.docx", FIRST);
		office.tenant().send(first, nine.toInstant());
		office.settles(first);
		var second = first
			.answeredBy(DAN, "Kære Anna\n\nTabel 1 er rettet. Kan du godkende vedlagte version i stedet?\n\nDan",
					nine.plusMinutes(40))
			.to(ANNA)
			.with("letbanenotat_v2.docx", SECOND);
		office.tenant().send(second, nine.plusMinutes(40).toInstant());
		office.settles(first, second);

		// Now, for Sent Items have been read up to any time before.
		var reply = first.answeredBy(ANNA, "Godkendt\n\nAnna" + first.quoted(), now());
		office.tenant().send(reply, Instant.now());
		office.settles(first, second, reply);

		var decided = office.caseOf(first);
		assertThat(office.caseOf(second).path("id")).isEqualTo(decided.path("id"));
		assertThat(decided.path("verdicts")).hasSize(1);
		var verdict = decided.path("verdicts").get(0);
		assertThat(verdict.path("outcome").asString()).isEqualTo("APPROVED");
		assertThat(verdict.path("documents").valueStream().map(JsonNode::asString))
			.containsExactly("sha256:" + Office.sha256(FIRST));
		assertThat(ask(decided, 1).path("state").asString()).isEqualTo("answered");
		assertThat(ask(decided, 2).path("state").asString()).as("the second version is not approved").isEqualTo("open");
		assertThat(decided.path("state").asString()).isEqualTo("waiting");
		assertThat(office.answersTo(first)).hasSize(1);
		assertThat(found(office, "budgetnotatet letbanen")).contains("message").contains("case");
		assertThat(found(office, "letbanenotat v2")).containsExactly("document");
		chained(office, first);
		besides(office, first, second, reply);
	}

	/**
	 * Both versions are one document, and the answer says that it is not about the
	 * second.
	 */
	private static void chained(Office office, Letter first) {
		var decided = office.caseOf(first);
		var second = document(decided, "letbanenotat_v2.docx");
		assertThat(second.path("version").asInt()).isEqualTo(2);
		assertThat(second.path("link").path("versionOf").asString()).isEqualTo(Office.sha256(FIRST));
		assertThat(second.path("link").path("reason").asString())
			.startsWith("It has the same name apart from what marks a version");
		assertThat(second.path("verdicts")).isEmpty();
		assertThat(second.path("sentBy").asString()).isEqualTo(DAN.address());
		assertThat(second.path("receivedAt").isString()).isTrue();
		assertThat(document(decided, "letbanenotat_v1.docx").path("verdicts").get(0))
			.isEqualTo(decided.at("/verdicts/0/id"));
		assertThat(decided.at("/verdicts/0/newerVersions/0/sha256").asString()).isEqualTo(Office.sha256(SECOND));
		assertThat(ask(decided, 2).path("newerVersions")).isEmpty();
	}

	/**
	 * What is no version asks nobody anew; a version of somebody else is not asked about,
	 * and whoever answers it has to say what he means.
	 */
	private static void besides(Office office, Letter first, Letter second, Letter reply) {
		var beside = second.answeredBy(DAN, "Kære Anna\n\nHer er kalenderen til mødet.\n\nDan", now())
			.to(ANNA)
			.with("Styregruppe.ics", "BEGIN:VCALENDAR");
		office.tenant().send(beside, Instant.now());
		office.settles(first, second, reply, beside);
		assertThat(revisions(office.caseOf(first))).as("a calendar is no version").isEqualTo(2);

		var third = second.answeredBy(CLARA, "Jeg har rettet lidt mere.\n\nClara", now())
			.to(ANNA)
			.with("letbanenotat_v3.docx", "Tabel 1: 14 mio. kr.");
		office.tenant().send(third, Instant.now());
		var yes = third.answeredBy(ANNA, "Godkendt\n\nAnna" + third.quoted(), now());
		office.tenant().send(yes, Instant.now());
		office.settles(first, second, reply, beside, third, yes);

		var held = office.caseOf(first);
		assertThat(revisions(held)).as("only the requester asks").isEqualTo(2);
		assertThat(held.path("verdicts").valueStream().filter((one) -> one.path("state").asString().equals("HELD")))
			.singleElement()
			.satisfies((verdict) -> assertThat(verdict.at("/authenticity/gates").toString()).contains(
					"It answers a mail that brought another version of what was asked, or asked something else."));
		assertThat(ask(held, 2).at("/newerVersions/0/name").asString()).isEqualTo("letbanenotat_v3.docx");
		assertThat(document(held, "Styregruppe.ics").path("version").asInt()).isEqualTo(1);
	}

	private static int revisions(JsonNode found) {
		return found.path("asks").valueStream().mapToInt((ask) -> ask.path("revision").asInt()).max().orElse(0);
	}

	private static JsonNode document(JsonNode found, String name) {
		return found.path("documents")
			.valueStream()
			.filter((one) -> one.path("name").asString().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private static List<String> found(Office office, String words) {
		return office.product()
			.get("/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
			.path("items")
			.valueStream()
			.map((hit) -> hit.path("kind").asString())
			.toList();
	}

	private static ZonedDateTime now() {
		return ZonedDateTime.now(ZoneId.of("Europe/Copenhagen"));
	}

	private static JsonNode ask(JsonNode decided, int revision) {
		return decided.path("asks")
			.valueStream()
			.filter((ask) -> ask.path("revision").asInt() == revision)
			.findFirst()
			.orElseThrow();
	}

}
