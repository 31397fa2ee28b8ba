package io.countersign.sandbox.tenant;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

import static org.assertj.core.api.Assertions.assertThat;

/** Items 12, 15 and 16: permissions, answers that are not JSON, and batches. */
@ResourceLock(Probe.LOCK)
class AccessTests {

	private static final String USER = "/v1.0/users/anna@min.example";

	private final Probe probe = new Probe();

	@AfterEach
	void close() {
		this.probe.close();
	}

	@Test
	void nobodyGetsInWithoutATokenOrWithABadOne() {
		assertThat(this.probe.get(USER + "/messages", "Authorization", "Basic x").status()).isEqualTo(401);
		assertThat(this.probe.get(USER + "/messages", "Authorization", "Bearer nonsense").code())
			.isEqualTo("InvalidAuthenticationToken");
	}

	@Test
	void anExpiredTokenIsRefused() {
		var expired = "Bearer eyJhbGciOiJSUzI1NiJ9.%s.c2ln".formatted(Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString("{\"appid\":\"x\",\"exp\":1700000000}".getBytes()));

		assertThat(this.probe.get(USER + "/messages", "Authorization", expired).status()).isEqualTo(401);
	}

	@Test
	void aMailboxOutsideTheScopeIsForbiddenToReadAndToSubscribeTo() {
		this.probe.put("/control/scopes/sandbox-admin", Map.of("mailboxes", List.of("bo@min.example")));

		assertThat(this.probe.get(USER + "/messages").status()).isEqualTo(403);
		assertThat(this.probe.get(USER + "/messages").code()).isEqualTo("ErrorAccessDenied");
		assertThat(this.probe.get("/v1.0/users/bo@min.example/messages").status()).isEqualTo(200);
		assertThat(this.probe
			.post("/v1.0/subscriptions",
					Map.of("changeType", "created", "resource", "/users/anna@min.example/messages", "notificationUrl",
							"http://localhost:1/", "expirationDateTime", Instant.now().plusSeconds(9000).toString()))
			.status()).isEqualTo(403);

		this.probe.put("/control/scopes/sandbox-admin", Map.of());
		assertThat(this.probe.get(USER + "/messages").status()).isEqualTo(200);
	}

	@Test
	void anotherScopeIsHeededOnlyAfterAWhile() throws InterruptedException {
		this.probe.put("/control/scopes/sandbox-admin", Map.of("mailboxes", List.of("bo@min.example")));
		this.probe.habit(Map.of("grantDelay", 700));

		this.probe.put("/control/scopes/sandbox-admin", Map.of());

		assertThat(this.probe.get(USER + "/messages").code()).isEqualTo("ErrorAccessDenied");
		assertThat(Probe.eventually(() -> this.probe.get(USER + "/messages").status() == 200)).isTrue();
	}

	@Test
	void anAnswerIsPackedForWhoeverTakesItSo() throws IOException {
		this.probe.received(Probe.letter("Lease", "May we sign? ".repeat(200)));

		var packed = this.probe.get(USER + "/messages", "Accept-Encoding", "gzip");

		assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
		assertThat(new String(new GZIPInputStream(new ByteArrayInputStream(packed.bytes())).readAllBytes(),
				StandardCharsets.UTF_8))
			.contains("\"subject\":\"Lease\"");
	}

	@Test
	void timesHaveAnyNumberOfDigitsAndSomeOfThemAnOffset() {
		for (var second = 0; second < 8; second++) {
			this.probe.control.place(Probe.ANNA, "inbox", Probe.letter("Lease " + second, "May we sign?").bytes(),
					Instant.parse("2026-11-24T08:00:0%dZ".formatted(second)));
		}
		this.probe.habit(Map.of("manyForms", true));

		var times = this.probe.get(USER + "/messages?$select=receivedDateTime&$top=20")
			.json()
			.path("value")
			.valueStream()
			.map((row) -> row.path("receivedDateTime").asString())
			.toList();

		assertThat(times).contains("2026-11-24T08:00:00Z", "2026-11-24T13:30:07.0000000+05:30")
			.allSatisfy((time) -> assertThat(OffsetDateTime.parse(time).toInstant())
				.isBetween(Instant.parse("2026-11-24T08:00:00Z"), Instant.parse("2026-11-24T08:00:07Z")));
	}

	@Test
	void theClockOfTheServiceIsItsOwn() {
		this.probe.habit(Map.of("clockAhead", 3_600_000));

		var date = ZonedDateTime.parse(this.probe.get(USER + "/messages").header("Date"),
				DateTimeFormatter.RFC_1123_DATE_TIME);

		assertThat(date.toInstant()).isAfter(Instant.now().plusSeconds(3_500));
	}

	@Test
	void aFaultMayStrikeEveryThirdCall() {
		this.probe.control.fault(Map.of("kind", "status", "status", 503, "every", 3));

		assertThat(IntStream.range(0, 6).map((_) -> this.probe.get(USER + "/messages").status())).containsExactly(200,
				200, 503, 200, 200, 503);
	}

	@Test
	void somebodyWithoutAMailboxIsFoundButTheirMailIsNot() {
		this.probe.put("/control/people/eva@min.example", Map.of("displayName", "Eva", "mailbox", false));

		assertThat(this.probe.get("/v1.0/users/eva@min.example").json().path("displayName").asString())
			.isEqualTo("Eva");
		assertThat(this.probe.get("/v1.0/users/eva@min.example/messages").code())
			.isEqualTo("MailboxNotEnabledForRESTAPI");
		assertThat(this.probe.get("/v1.0/users/nobody@min.example/messages").code())
			.isEqualTo("Request_ResourceNotFound");
	}

	@Test
	void aChallengeForMoreClaimsIsAnEmpty401() {
		this.probe.control.fault(Map.of("kind", "status", "status", 401, "body", "", "headers",
				Map.of("WWW-Authenticate", "Bearer error=\"insufficient_claims\", claims=\"e30=\""), "times", 1));

		var refused = this.probe.get(USER + "/messages");

		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.bytes()).isEmpty();
		assertThat(refused.header("WWW-Authenticate")).contains("insufficient_claims");
	}

	@Test
	void aGatewayAnswersInHtml() {
		this.probe.control.fault(Map.of("kind", "status", "status", 502, "body", "<html>Bad Gateway</html>", "headers",
				Map.of("Content-Type", "text/html"), "match", Map.of("path", "/messages"), "times", 1));

		assertThat(this.probe.get(USER + "/messages").text()).isEqualTo("<html>Bad Gateway</html>");
		assertThat(this.probe.get(USER + "/messages").status()).isEqualTo(200);
	}

	@Test
	void anAnswerMayHaveNoTypeAndNoError() {
		this.probe.control.fault(Map.of("kind", "status", "status", 400, "body", "{}", "times", 1));

		var answer = this.probe.get(USER + "/messages");

		assertThat(answer.header("Content-Type")).isEmpty();
		assertThat(answer.json().has("error")).isFalse();
	}

	@Test
	void faultsMatchByMethodAndByPartGlobOrPattern() {
		for (var path : List.of("/sentitems/", "/v1.0/users/*/mailFolders/sentitems/messages",
				"mailFolders(/|\\(')sentitems")) {
			this.probe.control
				.fault(Map.of("kind", "status", "status", 503, "match", Map.of("path", path, "method", "GET")));
			assertThat(this.probe.get("/v1.0/users('anna@min.example')/mailFolders('sentitems')/messages").status())
				.describedAs(path)
				.isEqualTo(503);
			assertThat(this.probe.get(USER + "/mailFolders/inbox/messages").status()).isEqualTo(200);
			this.probe.control.heal();
		}
	}

	@Test
	void aResetAndATimeoutAreNoAnswersAndNothingHappens() {
		this.probe.control.fault(Map.of("kind", "reset", "times", 1));
		assertThat(draft().status()).isZero();
		this.probe.control.fault(Map.of("kind", "timeout", "delay", "200ms", "times", 1));
		assertThat(draft().status()).isZero();

		assertThat(draft().status()).isEqualTo(201);
		assertThat(this.probe.get(USER + "/messages").json().path("value")).hasSize(1);
	}

	@Test
	void anUnknownFaultIsRefusedByItsName() {
		assertThat(this.probe.post("/control/faults", Map.of("kind", "earthquake")).status()).isEqualTo(400);
	}

	@Test
	void aBatchMixesStatusesAndAFailedStepFailsItsFollowers() {
		var id = this.probe.received(Probe.letter("Lease", "May we sign?"));
		var answer = this.probe.post("/v1.0/$batch",
				Map.of("requests",
						List.of(step("1", "GET", "/users/anna@min.example/messages/" + id + "?%24select=subject"),
								step("2", "GET", "/users/anna@min.example/messages/gone"),
								Map.of("id", "3", "method", "PATCH", "url", "/users/anna@min.example/messages/" + id,
										"dependsOn", List.of("2"), "body", Map.of("isRead", true)),
								step("4", "GET", "/users/anna@min.example/messages/" + id + "/$value"))));

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().path("responses").valueStream())
			.extracting((one) -> one.path("id").asString() + " " + one.path("status").asInt())
			.containsExactlyInAnyOrder("1 200", "2 404", "3 424", "4 200");
		assertThat(answer.text())
			.contains(Base64.getEncoder().encodeToString("Message-ID: <".getBytes()).substring(0, 12));
	}

	@Test
	void theOrderOfABatchIsAnyOrder() {
		var steps = new ArrayList<Map<String, Object>>();
		for (var i = 0; i < 20; i++) {
			steps.add(step(Integer.toString(i), "GET", "/users/anna@min.example"));
		}
		var ids = this.probe.post("/v1.0/$batch", Map.of("requests", steps))
			.json()
			.path("responses")
			.valueStream()
			.map((one) -> one.path("id").asInt())
			.toList();

		assertThat(ids).hasSize(20).isNotEqualTo(ids.stream().sorted().toList());
		steps.add(step("20", "GET", "/users/anna@min.example"));
		assertThat(this.probe.post("/v1.0/$batch", Map.of("requests", steps)).status()).isEqualTo(400);
	}

	@Test
	void thePreferenceOfABatchIsNotThatOfItsSteps() {
		this.probe.received(Probe.letter("Lease", "May we sign?"));
		var preferring = Map.<String, Object>of("id", "2", "method", "GET", "url", "/users/anna@min.example/messages",
				"headers", Map.of("prefer", "IdType=\"ImmutableId\"", "Content-Type", "application/json",
						"content-type", "application/json"));

		var answer = this.probe.post("/v1.0/$batch",
				Map.of("requests", List.of(step("1", "GET", "/users/anna@min.example/messages"), preferring)), "Prefer",
				"IdType=\"ImmutableId\"");

		assertThat(answer.json().path("responses").valueStream())
			.extracting((one) -> one.path("id").asString() + " "
					+ one.path("body").path("value").path(0).path("id").asString().substring(0, 4))
			.containsExactlyInAnyOrder("1 AAMk", "2 AAkA");
	}

	private Probe.Reply draft() {
		return this.probe.post(USER + "/messages", Map.of("subject", "Lease"));
	}

	private static Map<String, Object> step(String id, String method, String url) {
		return Map.of("id", id, "method", method, "url", url);
	}

}
