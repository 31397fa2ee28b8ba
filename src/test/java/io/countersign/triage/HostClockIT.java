package io.countersign.triage;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.countersign.scenario.Cast;
import io.countersign.scenario.Letter;
import io.countersign.scenario.Sandbox;
import io.countersign.support.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static io.countersign.scenario.Cast.BO;
import static io.countersign.scenario.Cast.DAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The host's clock is a day away from the database's and the mail servers', which agree.
 */
class HostClockIT {

	private static final Duration SOON = Duration.ofSeconds(60);

	@ParameterizedTest
	@ValueSource(ints = { 24, -24 })
	void IN_19_ofTwoVerdictsTheLaterOneStandsHoweverWrongTheHostsClockIs(int hours) {
		var now = Instant.now().plus(hours, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
		try (var sandbox = Sandbox
			.start(Map.of("spring.datasource.url", databaseAheadBy(hours), "countersign.watch.every", "1s"))) {
			for (var person : Cast.values()) {
				sandbox.control().employ(person, person.jobTitle());
				sandbox.api().know(person, person.level());
			}
			sandbox.api().watch(DAN);
			var request = Letter.of(DAN, List.of(BO), "Indstilling " + UUID.randomUUID(),
					"Kære Bo\n\nKan du godkende vedlagte indstilling?\n\nDan", local(now.minusSeconds(600)));
			sandbox.control().send(request, now.minusSeconds(600));
			await().atMost(SOON).until(() -> message(sandbox, request).path("case").isString());
			var path = "/cases/" + message(sandbox, request).path("case").asString();

			sandbox.api()
				.post("%s/asks/%s/verdict".formatted(path,
						sandbox.api().get(path).path("asks").get(0).path("id").asString()),
						Map.of("outcome", "APPROVED"), UUID.randomUUID().toString());
			var rejection = request.answeredBy(BO, "Afvist\n\nBo", local(now.plusSeconds(1_800)))
				.header("X-MS-Exchange-Organization-AuthAs: Internal")
				.header("X-MS-Exchange-Organization-MessageDirectionality: Originating")
				.header("X-MS-Exchange-CrossTenant-Id: sandbox")
				.header("Received: from a.min.example (10.0.0.7) by b.min.example; " + Bureau.date());
			sandbox.control().place(DAN, "inbox", rejection.bytes(), now.plusSeconds(1_800));

			await().atMost(SOON).until(() -> sandbox.api().get(path).path("verdicts").size() == 2);
			assertThat(sandbox.api().get(path).path("verdicts").valueStream())
				.filteredOn((verdict) -> verdict.path("state").asString().equals("ACTIVE"))
				.extracting((verdict) -> verdict.path("outcome").asString())
				.containsExactly("REJECTED");
		}
	}

	private static JsonNode message(Sandbox sandbox, Letter letter) {
		var path = "/messages?internetMessageId=" + letter.messageId().replace("<", "%3C").replace(">", "%3E");
		await().atMost(SOON).until(() -> !sandbox.api().all(path).isEmpty());
		return sandbox.api().all(path).getFirst();
	}

	private static ZonedDateTime local(Instant time) {
		return time.atZone(ZoneId.of("Europe/Copenhagen"));
	}

	/** What is found before the system's own functions is taken for them. */
	private static String databaseAheadBy(int hours) {
		var database = TestDatabase.empty();
		var name = database.client().sql("select current_database()").query(String.class).single();
		database.client().sql("""
				create schema shifted;
				create function shifted.now() returns timestamptz language sql stable
					return pg_catalog.now() + interval '%1$d hours';
				create function shifted.clock_timestamp() returns timestamptz language sql volatile
					return pg_catalog.clock_timestamp() + interval '%1$d hours';
				alter database %2$s set search_path = public, shifted, pg_catalog;
				""".formatted(hours, name)).update();
		return database.jdbcUrl();
	}

}
