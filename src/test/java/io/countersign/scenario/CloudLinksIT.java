package io.countersign.scenario;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static io.countersign.scenario.Cast.ANNA;
import static io.countersign.scenario.Cast.DAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A mail that points to a file in SharePoint, from the mail to the case. */
class CloudLinksIT {

	private static final Duration SOON = Duration.ofSeconds(60);

	private static final String SITE = "https://min.sharepoint.com/sites/sager";

	private static final URI LINK = URI.create(SITE + "/Delte%20dokumenter/budget.txt");

	private static final String TABLE = "Tabel 1: 10 mio. kr.";

	@Test
	void IN_15_aCopyIsKeptWithItsVersionAndIsNoPartOfTheVerdict() {
		try (var office = Office.open(Map.of("countersign.cloud-links.sites", SITE, "countersign.cloud-links.every",
				"200ms"))) {
			office.tenant().share(LINK, "budget.txt", TABLE.getBytes(StandardCharsets.UTF_8), Map.of());
			var at = ZonedDateTime.now(ZoneId.of("Europe/Copenhagen")).minusMinutes(50);
			var request = Letter.of(DAN, List.of(ANNA), "Budget for letbanen", """
					Kære Anna

					Kan du godkende vedlagte budget? Tallene ligger her: %s og her: https://dropbox.com/s/1/gammel.txt

					Dan
					""".formatted(LINK), at).with("budget.docx", "Vi beder om 10 mio. kr.");
			office.tenant().send(request, at.toInstant());
			office.settles(request);
			await().atMost(SOON).until(() -> copy(office, request).isObject());

			office.tenant().share(LINK, "budget.txt", "Tabel 1: 12 mio. kr.".getBytes(StandardCharsets.UTF_8), Map.of());
			var reply = request.answeredBy(ANNA, "Godkendt\n\nAnna", at.plusMinutes(5));
			office.tenant().send(reply, at.plusMinutes(5).toInstant());
			office.settles(request, reply);

			var copy = copy(office, request);
			assertThat(copy.path("sha256").asString()).isEqualTo(Office.sha256(TABLE));
			assertThat(copy.path("version").asString()).isEqualTo("1.0");
			assertThat(copy.path("etag").asString()).isEqualTo("\"{A1},1\"");
			assertThat(office.product().bytes("/blobs/" + Office.sha256(TABLE)))
				.isEqualTo(TABLE.getBytes(StandardCharsets.UTF_8));
			var file = office.caseOf(request);
			assertThat(file.path("links").get(1).path("reason").asString())
				.isEqualTo("It is kept as a link only: it does not lie in our own tenant.");
			for (var bound : List.of(file.path("asks").get(0), file.path("verdicts").get(0))) {
				assertThat(bound.path("documents").valueStream().map(JsonNode::asString))
					.containsExactly("sha256:" + Office.sha256("Vi beder om 10 mio. kr."));
			}
			await().atMost(SOON)
				.pollInterval(Duration.ofSeconds(1))
				.untilAsserted(() -> assertThat(page(office, file)).contains("En kopi blev gemt, da mailen kom.",
						"/documents/" + Office.sha256(TABLE), "filen ligger ikke hos os selv"));
		}
	}

	private static String page(Office office, JsonNode file) {
		return Visitor.of(office.product().uri(), DAN, "da").page("/cases/" + file.path("id").asString());
	}

	private static JsonNode copy(Office office, Letter request) {
		return office.caseOf(request).path("links").get(0).path("copy");
	}

}
