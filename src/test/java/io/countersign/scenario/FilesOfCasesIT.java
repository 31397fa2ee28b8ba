package io.countersign.scenario;

import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.countersign.documents.scan.Eicar;
import io.countersign.documents.scan.ScannerDouble;
import io.countersign.support.FreePort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

import static io.countersign.scenario.Cast.ANNA;
import static io.countersign.scenario.Cast.CLARA;
import static io.countersign.scenario.Cast.DAN;
import static io.countersign.scenario.Cast.EVA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * Files that mails bring and files that they point to, in the whole product with a virus
 * scanner beside it that comes and goes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilesOfCasesIT {

	private static final Duration SOON = Duration.ofSeconds(60);

	private static final String SITE = "https://min.sharepoint.com/sites/sager";

	private static final URI LINK = URI.create(SITE + "/Delte%20dokumenter/budget.txt");

	private static final URI PLAN = URI.create(SITE + "/Delte%20dokumenter/plan.txt");

	private static final URI CHAT_FILE = URI.create(SITE + "/Delte%20dokumenter/kaj.txt");

	private static final String TABLE = "Tabel 1: 10 mio. kr.";

	private final int scanner = FreePort.next();

	private final Office office = Office.open(Map.of("countersign.scan.address", "tcp://127.0.0.1:" + this.scanner,
			"countersign.scan.every", "200ms", "countersign.writeback.secretariat", EVA.address(),
			"countersign.cloud-links.sites", SITE, "countersign.cloud-links.every", "200ms"));

	@AfterAll
	void close() {
		this.office.close();
	}

	@Test
	void AT_09_theCaseIsDecidedWhileItsFileIsBlockedAndAnInfectedFileIsToldOfOnce() {
		var at = ZonedDateTime.now(ZoneId.of("Europe/Copenhagen")).minusMinutes(50);
		var request = Letter
			.of(DAN, List.of(ANNA), "Lejemål på Holmen", "Kære Anna\n\nKan du godkende vedlagte lejemål?\n\nDan", at)
			.with("lejemål.com", new String(Eicar.bytes(), StandardCharsets.US_ASCII));
		this.office.tenant().send(request, at.toInstant());
		this.office.settles(request);
		var reply = request.answeredBy(ANNA, "Godkendt\n\nAnna" + request.quoted(), at.plusMinutes(5));
		this.office.tenant().send(reply, at.plusMinutes(5).toInstant());
		this.office.settles(request, reply);

		var file = this.office.caseOf(request);
		assertThat(file.path("state").asString()).isEqualTo("decided");
		assertThat(document(file).path("blocked").asString()).startsWith("It is blocked until");
		assertThat(document(file).path("name").isString()).as("what is blocked is not named").isFalse();
		assertThat(this.office.product().all("/search?q=" + "lejem%C3%A5l").toString()).doesNotContain("lejemål.com");
		assertRefused(this.office, request, document(file));

		try (var _ = scannerThatAnswers()) {
			await().atMost(SOON)
				.untilAsserted(() -> assertThat(document(this.office.caseOf(request)).path("blocked").asString())
					.isEqualTo("It is blocked, because the virus scanner found this: " + Eicar.NAME));
			assertRefused(this.office, request, document(file));
			await().atMost(SOON)
				.untilAsserted(() -> assertThat(this.office.product().all("/events"))
					.filteredOn((event) -> event.path("type").asString().contains("message.infected"))
					.singleElement()
					.satisfies((event) -> assertThat(event.path("data").path("case").asString())
						.isEqualTo(file.path("id").asString())));
			await().atMost(SOON).untilAsserted(() -> assertThat(alerts(this.office)).hasSize(1));
			assertThat(words(alerts(this.office).getFirst())).contains("/cases/" + file.path("id").asString());
			await().atMost(SOON)
				.pollInterval(Duration.ofSeconds(1))
				.untilAsserted(() -> assertThat(page(this.office, file, "da"))
					.contains("Den er spærret, fordi virusscanneren fandt dette"));
			for (var place : List.of("", "/text", "/changes")) {
				assertThat(Visitor.of(this.office.product().uri(), DAN, "en")
					.page("/cases/%s/documents/%s%s".formatted(file.path("id").asString(),
							document(file).path("sha256").asString(), place)))
					.as(place)
					.contains("It is blocked, because the virus scanner found this")
					.doesNotContain("X5O!", "lejemål.com");
			}
		}
	}

	@Test
	void IN_15_aCopyIsKeptWithItsVersionAndIsNoPartOfTheVerdict() {
		try (var _ = scannerThatAnswers()) {
			this.office.tenant().share(LINK, "budget.txt", TABLE.getBytes(StandardCharsets.UTF_8), Map.of());
			var at = ZonedDateTime.now(ZoneId.of("Europe/Copenhagen")).minusMinutes(50);
			var request = Letter
				.of(DAN, List.of(ANNA), "Budget for letbanen",
						"""
								Kære Anna

								Kan du godkende vedlagte budget? Tallene ligger her: %s og her: https://dropbox.com/s/1/gammel.txt

								Dan
								"""
							.formatted(LINK),
						at)
				.with("budget.docx", "Vi beder om 10 mio. kr.");
			this.office.tenant().send(request, at.toInstant());
			this.office.settles(request);
			await().atMost(SOON).until(() -> copy(this.office, request).path("name").asString("").equals("budget.txt"));

			this.office.tenant()
				.share(LINK, "budget.txt", "Tabel 1: 12 mio. kr.".getBytes(StandardCharsets.UTF_8), Map.of());
			var reply = request.answeredBy(ANNA, "Godkendt\n\nAnna", at.plusMinutes(5));
			this.office.tenant().send(reply, at.plusMinutes(5).toInstant());
			this.office.settles(request, reply);

			var copy = copy(this.office, request);
			assertThat(copy.path("sha256").asString()).isEqualTo(Office.sha256(TABLE));
			assertThat(copy.path("version").asString()).isEqualTo("1.0");
			assertThat(copy.path("etag").asString()).isEqualTo("\"{A1},1\"");
			assertThat(this.office.product().bytes("/blobs/" + Office.sha256(TABLE)))
				.isEqualTo(TABLE.getBytes(StandardCharsets.UTF_8));
			var file = this.office.caseOf(request);
			assertThat(file.path("links").get(1).path("reason").asString())
				.isEqualTo("It is kept as a link only: it does not lie in our own tenant.");
			for (var bound : List.of(file.path("asks").get(0), file.path("verdicts").get(0))) {
				assertThat(bound.path("documents").valueStream().map(JsonNode::asString))
					.containsExactly("sha256:" + Office.sha256("Vi beder om 10 mio. kr."));
			}
			await().atMost(SOON)
				.pollInterval(Duration.ofSeconds(1))
				.untilAsserted(
						() -> assertThat(page(this.office, file, "da")).contains("En kopi blev gemt, da mailen kom.",
								"/documents/" + Office.sha256(TABLE), "filen ligger ikke hos os selv"));
		}
	}

	@Test
	void aCopyTakenAgainAfterAChangeIsANewerVersionAndIsFoundByItsWords() {
		try (var _ = scannerThatAnswers()) {
			var first = "Slusen koster otte mio. kr. om året.";
			var second = "Slusen koster ni mio. kr. om året, siger slusemesteren.";
			this.office.tenant().share(PLAN, "plan.txt", first.getBytes(StandardCharsets.UTF_8), Map.of());
			var at = ZonedDateTime.now(ZoneId.of("Europe/Copenhagen")).minusMinutes(50);
			var request = Letter.of(DAN, List.of(ANNA), "Slusen ved havnen",
					"Kære Anna\n\nKan du godkende planen for slusen? Den ligger her: %s\n\nDan".formatted(PLAN), at);
			this.office.tenant().send(request, at.toInstant());
			this.office.settles(request);
			await().atMost(SOON).until(() -> copies(request).size() == 1);

			this.office.tenant().share(PLAN, "plan.txt", second.getBytes(StandardCharsets.UTF_8), Map.of());
			var more = request.answeredBy(ANNA, "Er det den rigtige? %s\n\nAnna".formatted(PLAN), at.plusMinutes(5));
			this.office.tenant().send(more, at.plusMinutes(5).toInstant());
			this.office.settles(request, more);
			await().atMost(SOON).until(() -> copies(request).size() == 2);

			await().atMost(SOON).untilAsserted(() -> {
				var copy = copies(request).get(1);
				assertThat(copy.path("sha256").asString()).isEqualTo(Office.sha256(second));
				assertThat(copy.path("chainVersion").asInt()).isEqualTo(2);
				assertThat(copy.path("link").path("versionOf").asString()).isEqualTo(Office.sha256(first));
				assertThat(copy.path("link").path("reason").asString())
					.isEqualTo("It was copied from the same address in the cloud.");
			});
			await().atMost(SOON)
				.untilAsserted(() -> assertThat(this.office.product().all("/search?q=slusemesteren&kind=document"))
					.singleElement()
					.satisfies((hit) -> assertThat(hit.path("reference").asString()).isEqualTo(Office.sha256(second))));
			assertThat(Visitor.of(this.office.product().uri(), DAN, "da").page("/search?q=slusemesteren"))
				.contains("plan.txt");
			assertThat(Visitor.of(this.office.product().uri(), CLARA, "da").page("/search?q=slusemesteren"))
				.as("who has no part in the case")
				.doesNotContain("plan.txt");
			assertThat(this.office.caseOf(request).path("documents")).isEmpty();
			await().atMost(SOON)
				.untilAsserted(() -> assertThat(page(this.office, this.office.caseOf(request), "da"))
					.contains("kopi fra skyen, nævnt af", "/documents/%s/changes".formatted(Office.sha256(second))));
		}
	}

	@Test
	void IN_15_aFileOfAChatIsALinkOfTheCaseWithItsCopy() {
		try (var _ = scannerThatAnswers()) {
			this.office.tenant()
				.share(CHAT_FILE, "kaj.txt", "Kajen skal være tolv meter.".getBytes(StandardCharsets.UTF_8), Map.of());
			for (var person : List.of(ANNA, DAN)) {
				this.office.product()
					.put("/watches/" + person.address(),
							Map.of("folders", List.of("inbox", "sentitems", "chats"), "mode", "read-only"));
			}
			var at = ZonedDateTime.now(ZoneId.of("Europe/Copenhagen")).minusMinutes(5);
			var request = Letter.of(DAN, List.of(ANNA), "Kajen i Nordhavn",
					"Kære Anna\n\nKan du godkende, at vi bygger kajen?\n\nDan", at);
			this.office.tenant().send(request, at.toInstant());
			this.office.settles(request);
			var number = this.office.caseOf(request).path("number").asString();
			var chat = this.office.tenant().chat("", ANNA, DAN);
			this.office.tenant()
				.say(chat,
						Map.of("from", DAN.address(), "text", "Her er målene til [%s]".formatted(number), "attachments",
								List.of(Map.of("id", "9f", "contentType", "reference", "contentUrl",
										CHAT_FILE.toString(), "name", "Mål af kajen.txt"))));

			await().atMost(SOON).until(() -> copies(request).size() == 1);
			var link = this.office.caseOf(request).path("links").get(0);
			assertThat(link.path("name").asString()).isEqualTo("Mål af kajen.txt");
			assertThat(link.path("url").asString()).isEqualTo(CHAT_FILE.toString());
			assertThat(link.path("copy").path("sha256").asString())
				.isEqualTo(Office.sha256("Kajen skal være tolv meter."));
		}
	}

	private List<JsonNode> copies(Letter request) {
		return this.office.caseOf(request)
			.path("links")
			.valueStream()
			.map((link) -> link.path("copy"))
			.filter((copy) -> copy.path("sha256").isString())
			.toList();
	}

	/** Its port is anybody's while it is away. */
	private ScannerDouble scannerThatAnswers() {
		return await().atMost(SOON)
			.ignoreException(UncheckedIOException.class)
			.until(() -> new ScannerDouble(this.scanner), (_) -> true);
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
		assertThatThrownBy(() -> office.product()
			.bytes("/messages/%s/original".formatted(office.message(request).path("id").asString())))
			.hasMessageContaining("answered 409")
			.hasMessageContaining("It is blocked");
	}

	private static JsonNode document(JsonNode file) {
		return file.path("documents").get(0);
	}

	private static JsonNode copy(Office office, Letter request) {
		return office.caseOf(request).path("links").get(0).path("copy");
	}

}
