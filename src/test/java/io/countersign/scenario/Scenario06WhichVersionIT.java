package io.countersign.scenario;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static io.countersign.scenario.Cast.ANNA;
import static io.countersign.scenario.Cast.DAN;
import static org.assertj.core.api.Assertions.assertThat;

/** Scenario 6: an answer to the first version binds the first version. */
@ExtendWith(OneOffice.class)
class Scenario06WhichVersionIT {

	private static final String FIRST = "Tabel 1: 10 mio. kr.";

	private static final String SECOND = "Tabel 1: 12 mio. kr.";

	@Test
	void anAnswerToTheFirstMailBindsItsFilesAndLeavesTheSecondOpen(Office office) {
		var nine = ZonedDateTime.now(ZoneId.of("Europe/Copenhagen")).minusMinutes(50);
		var first = Letter
			.of(DAN, List.of(ANNA), "Budgetnotat om letbanen",
					"Kære Anna\n\nKan du godkende vedlagte notat?\n\nHilsen Dan", nine)
			.with("notat_v1.docx", FIRST);
		office.tenant().send(first, nine.toInstant());
		office.settles(first);
		var second = first
			.answeredBy(DAN, "Kære Anna\n\nTabel 1 er rettet. Kan du godkende vedlagte version i stedet?\n\nDan",
					nine.plusMinutes(40))
			.to(ANNA)
			.with("notat_v2.docx", SECOND);
		office.tenant().send(second, nine.plusMinutes(40).toInstant());
		office.settles(first, second);

		var reply = first.answeredBy(ANNA, "Godkendt\n\nAnna" + first.quoted(), nine.plusMinutes(45));
		office.tenant().send(reply, nine.plus(Duration.ofMinutes(45)).toInstant());
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
		assertThat(found(office, "notat v2")).containsExactly("document");
	}

	private static List<String> found(Office office, String words) {
		return office.product()
			.get("/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
			.path("items")
			.valueStream()
			.map((hit) -> hit.path("kind").asString())
			.toList();
	}

	private static JsonNode ask(JsonNode decided, int revision) {
		return decided.path("asks")
			.valueStream()
			.filter((ask) -> ask.path("revision").asInt() == revision)
			.findFirst()
			.orElseThrow();
	}

}
