package io.countersign.scenario;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.countersign.documents.scan.Eicar;
import io.countersign.documents.scan.ScannerDouble;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static io.countersign.scenario.Cast.ANNA;
import static io.countersign.scenario.Cast.DAN;
import static io.countersign.scenario.Cast.EVA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The whole product with a virus scanner beside it that is away at first. */
class ScannedFilesIT {

	private static final Duration SOON = Duration.ofSeconds(60);

	@Test
	void AT_09_theCaseIsDecidedWhileItsFileIsBlockedAndAnInfectedFileIsToldOfOnce() {
		var port = new ScannerDouble();
		port.close();
		try (var office = Office.open(Map.of("countersign.scan.address", port.address(), "countersign.scan.every",
				"200ms", "countersign.writeback.secretariat", EVA.address()))) {
			var at = ZonedDateTime.now(ZoneId.of("Europe/Copenhagen")).minusMinutes(50);
			var request = Letter
				.of(DAN, List.of(ANNA), "Lejemål på Holmen", "Kære Anna\n\nKan du godkende vedlagte lejemål?\n\nDan",
						at)
				.with("lejemål.com", new String(Eicar.bytes(), StandardCharsets.US_ASCII));
			office.tenant().send(request, at.toInstant());
			office.settles(request);
			var reply = request.answeredBy(ANNA, "Godkendt\n\nAnna" + request.quoted(), at.plusMinutes(5));
			office.tenant().send(reply, at.plusMinutes(5).toInstant());
			office.settles(request, reply);

			var file = office.caseOf(request);
			assertThat(file.path("state").asString()).isEqualTo("decided");
			assertThat(document(file).path("blocked").asString()).startsWith("It is blocked until");
			assertThat(document(file).path("name").isString()).as("what is blocked is not named").isFalse();
			assertThat(office.product().all("/search?q=" + "lejem%C3%A5l").toString()).doesNotContain("lejemål.com");
			assertRefused(office, request, document(file));

			try (var _ = new ScannerDouble(port.port())) {
				await().atMost(SOON)
					.untilAsserted(() -> assertThat(document(office.caseOf(request)).path("blocked").asString())
						.isEqualTo("It is blocked, because the virus scanner found this: " + Eicar.NAME));
				assertRefused(office, request, document(file));
				assertThat(office.product().all("/events"))
					.filteredOn((event) -> event.path("type").asString().contains("message.infected"))
					.singleElement()
					.satisfies((event) -> assertThat(event.path("data").path("case").asString())
						.isEqualTo(file.path("id").asString()));
				await().atMost(SOON).untilAsserted(() -> assertThat(alerts(office)).hasSize(1));
				assertThat(words(alerts(office).getFirst())).contains("/cases/" + file.path("id").asString());
				await().atMost(SOON)
					.pollInterval(Duration.ofSeconds(1))
					.untilAsserted(() -> assertThat(page(office, file, "da"))
						.contains("Den er spærret, fordi virusscanneren fandt dette"));
				assertThat(Visitor.of(office.product().uri(), DAN, "en")
					.page("/cases/%s/documents/%s".formatted(file.path("id").asString(),
							document(file).path("sha256").asString())))
					.contains("It is blocked, because the virus scanner found this")
					.doesNotContain("X5O!");
			}
		}
	}

	private static String page(Office office, JsonNode file, String language) {
		return Visitor.of(office.product().uri(), DAN, language).page("/cases/" + file.path("id").asString());
	}

	private static List<String> alerts(Office office) {
		return office.answers().stream().filter((mail) -> mail.contains("En mail har en inficeret fil med")).toList();
	}

	private static String words(String mail) {
		var text = mail.substring(mail.indexOf("base64\r\n\r\n") + 10);
		return new String(Base64.getMimeDecoder().decode(text.substring(0, text.indexOf("\r\n--"))),
				StandardCharsets.UTF_8);
	}

	private static void assertRefused(Office office, Letter request, JsonNode document) {
		assertThatThrownBy(() -> office.product().bytes("/blobs/" + document.path("sha256").asString()))
			.hasMessageContaining("answered 409")
			.hasMessageContaining("It is blocked");
		assertThatThrownBy(
				() -> office.product().bytes("/messages/%s/original".formatted(office.message(request).path("id").asString())))
			.hasMessageContaining("answered 409")
			.hasMessageContaining("It is blocked");
	}

	private static JsonNode document(JsonNode file) {
		return file.path("documents").get(0);
	}

}
