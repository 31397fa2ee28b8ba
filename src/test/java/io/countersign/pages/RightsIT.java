package io.countersign.pages;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.identity.EmailAddress;
import io.countersign.identity.Mandate;
import io.countersign.identity.Mandates;
import io.countersign.identity.Person;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every door of the running product, and everybody at it. What is expected is
 * {@code src/docs/rights.md}; what came out is written to {@code target/rights.md}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsIT {

	private static final Path EXPECTED = Path.of("src", "docs", "rights.md");

	private static final Path FOUND = Path.of("target", "rights.md");

	private static final String FORM = "application/x-www-form-urlencoded";

	private static final String JSON = "application/json";

	/** How a door is knocked at that wants more than its path. */
	private static final Map<String, Knock> KNOCKS = knocks();

	private final House house = House.open();

	private final Map<Role, Knocker> knockers = new EnumMap<>(Role.class);

	/** Where the places in a path come from another name than their own. */
	private record Knock(String path, String contentType, String body) {
	}

	private final Doorstep untouched;

	private Instant signedIn = Instant.EPOCH;

	RightsIT() {
		for (var role : Role.values()) {
			if (role.isPerson()) {
				this.house.employ(role, role.jobTitle(), "Jura");
			}
		}
		this.house.bean(Mandates.class)
			.put(new Mandate("m-deputy", new EmailAddress(Role.APPROVER.address()),
					new EmailAddress(Role.DEPUTY.address()), Instant.now().minusSeconds(60),
					Instant.now().plusSeconds(3600), List.of("decision"), null, "DKK"), "test");
		this.untouched = new Doorstep(this.house);
	}

	@AfterAll
	void closes() {
		this.house.close();
	}

	@Test
	void UI_09_everyDoorOpensForThoseItIsForAndForNobodyElse() throws IOException {
		var found = new TreeMap<String, List<Integer>>();
		Files.createDirectories(FOUND.getParent());
		for (var door : doors()) {
			found.put(door, statuses(door));
			Files.writeString(FOUND, table(found));
		}

		var expected = expected();
		assertThat(found.keySet()).as("doors nobody has said anything about, or that are gone")
			.isEqualTo(expected.keySet());
		assertThat(found).isEqualTo(expected);
	}

	/**
	 * NUL, half a surrogate pair, a text that is too long and none at all, in every field
	 * of every form and every part of every query that a handler names.
	 */
	@Test
	void IN_14_nothingTypedAnywhereBreaksADoor() {
		var asked = new TreeMap<String, Set<String>>();
		this.house.handlers().forEach((info, method) -> names(info).forEach((door) -> asked.put(door, fields(method))));
		var broken = new ArrayList<String>();
		var step = new Doorstep(this.house);
		asked.forEach((door, fields) -> fields.forEach((field) -> broken.addAll(broken(step, door, field))));

		assertThat(asked.values().stream().mapToInt(Set::size).sum()).isGreaterThan(100);
		assertThat(broken).isEmpty();
	}

	private List<String> broken(Doorstep step, String door, String field) {
		signIn();
		var method = door.substring(0, door.indexOf(' '));
		var knock = KNOCKS.getOrDefault(door, plain(door));
		var broken = new ArrayList<String>();
		for (var typed : List.of("a%00b", "a%ED%A0%80b", "x".repeat(9_000), "", "-1")) {
			for (var role : door.contains("/api/") ? List.of(Role.CASE_SYSTEM, Role.ADMIN_PROGRAM)
					: List.of(Role.APPROVER, Role.SECRETARIAT, Role.ADMIN)) {
				var said = with(method.equals("GET") ? query(knock.path()) : knock.body(), field, typed);
				var path = knock.path().split("\\?")[0] + (method.equals("GET") ? "?" + said : "");
				var status = Objects.requireNonNull(this.knockers.get(role))
					.knock(method, step.fill(path), FORM, method.equals("GET") ? "" : step.fill(said));
				if (status >= 500) {
					broken.add("%s %s=%.12s as %s: %d".formatted(door, field, typed, role, status));
				}
			}
		}
		return broken;
	}

	private static String query(String path) {
		return path.contains("?") ? path.substring(path.indexOf('?') + 1) : "";
	}

	/** The form with this one field said otherwise. */
	private static String with(String form, String field, String typed) {
		return Stream
			.concat(Arrays.stream(form.split("&")).filter((one) -> !one.isEmpty() && !one.startsWith(field + "=")),
					Stream.of(field + "=" + typed))
			.collect(Collectors.joining("&"));
	}

	/** What a handler takes from a query or a form, by name. */
	private static Set<String> fields(HandlerMethod method) {
		return Arrays.stream(method.getMethodParameters())
			.flatMap((one) -> one.getParameterType().isRecord() && !one.getParameterType().equals(Person.class)
					&& !one.hasParameterAnnotation(RequestBody.class)
							? Arrays.stream(one.getParameterType().getRecordComponents()).map(RecordComponent::getName)
							: Stream.ofNullable(one.getParameterAnnotation(RequestParam.class))
								.map((named) -> named.value().isEmpty()
										? Objects.requireNonNull(one.getParameter().getName()) : named.value()))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Whoever got in has changed something, so the next one comes to a door of his own.
	 */
	private List<Integer> statuses(String door) {
		var method = door.substring(0, door.indexOf(' '));
		var knock = KNOCKS.getOrDefault(door, plain(door));
		var statuses = new ArrayList<Integer>();
		signIn();
		var before = method.equals("GET") ? this.untouched : new Doorstep(this.house);
		for (var role : Role.values()) {
			var status = Objects.requireNonNull(this.knockers.get(role))
				.knock(method, before.fill(knock.path()), knock.contentType(), before.fill(knock.body()));
			statuses.add(status);
			before = (method.equals("GET") || status >= 400) ? before : new Doorstep(this.house);
		}
		return statuses;
	}

	/** All of them again before one is asked to prove himself once more. */
	private void signIn() {
		if (this.signedIn.plus(Duration.ofMinutes(2)).isBefore(Instant.now())) {
			for (var role : Role.values()) {
				this.knockers.put(role, Knocker.of(role, this.house));
			}
			this.signedIn = Instant.now();
		}
	}

	private Set<String> doors() {
		return this.house.doors()
			.stream()
			.flatMap((info) -> names(info).stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static List<String> names(RequestMappingInfo info) {
		var methods = info.getMethodsCondition().getMethods().isEmpty() ? Set.of(RequestMethod.GET)
				: info.getMethodsCondition().getMethods();
		var types = info.getConsumesCondition().getExpressions().size() == 1 && info.getConsumesCondition()
			.getConsumableMediaTypes()
			.stream()
			.noneMatch((type) -> JSON.equals(type.toString())) ? " as " + info.getConsumesCondition() : "";
		return methods.stream()
			.flatMap((method) -> info.getPatternValues().stream().map((path) -> method + " " + path + types))
			.toList();
	}

	private static Knock plain(String door) {
		return new Knock(door.split(" ")[1], FORM, "");
	}

	private static Map<String, Knock> knocks() {
		var knocks = new TreeMap<String, Knock>();
		form(knocks, "POST /cases/{id}/verdict", "ask={ask}&outcome=yes&key={key}");
		form(knocks, "POST /cases/{id}/holder", "holder={approver}&reason=Ferie");
		form(knocks, "POST /board/move", "pick={id}&holder={approver}&reason=Ferie");
		form(knocks, "POST /board/reminders", "pick={id}");
		form(knocks, "POST /cases/{id}/conditions", "verdict={verdict}&number=0&met=true");
		form(knocks, "POST /cases/{id}/tasks", "task=tk_none&done=true");
		form(knocks, "POST /cases/{id}/checked", "remark=Fint");
		form(knocks, "POST /cases/{id}/participants", "person={approver}&role=INFORMED");
		form(knocks, "POST /cases/{id}/preview", "outcome=yes");
		form(knocks, "POST /order", "what=Lav+et+notat&who=bo.lind@min.example&due=near&key={key}");
		form(knocks, "POST /cases/{id}/comments", "words=Husk");
		form(knocks, "POST /cases/{id}/note", "words=Husk");
		form(knocks, "POST /cases/{id}/merge", "into={into}");
		form(knocks, "POST /cases/{id}/messages/{message}/move", "into={into}");
		form(knocks, "POST /cases/{id}/messages/{message}/split", "title=Noget+andet&approver={approver}");
		form(knocks, "POST /mine/answers", "pick={id}+{ask}&key={key}");
		form(knocks, "POST /mine/digest", "on=false");
		at(knocks, "GET /d/{token}", "/d/none", "");
		at(knocks, "GET /review/{message}/original", "/review/{doubt}/original", "");
		at(knocks, "POST /review/{message}/dismiss", "/review/{doubt}/dismiss", "");
		at(knocks, "POST /review/{message}/join", "/review/{doubt}/join", "");
		at(knocks, "POST /review/{message}/open", "/review/{doubt}/open", "approver={approver}");
		at(knocks, "POST /review/{message}/order", "/review/{doubt}/order", "approver={approver}");
		at(knocks, "POST /review/{message}/restore", "/review/{doubt}/restore", "");
		at(knocks, "POST /review/{message}/place", "/review/{doubt}/place", "number={number}");
		at(knocks, "POST /quarantine/{message}/retry", "/quarantine/{kept}/retry", "");
		at(knocks, "GET /quarantine/{message}/original", "/quarantine/{kept}/original", "");
		at(knocks, "POST /quarantine/{message}/release", "/quarantine/{refused}/release", "");
		at(knocks, "DELETE /api/v1/reviews/{message}", "/api/v1/reviews/{doubt}", "");
		at(knocks, "POST /api/v1/reviews/{message}/release", "/api/v1/reviews/{refused}/release", "");
		at(knocks, "GET /api/v1/messages/{id}/original", "/api/v1/messages/{message}/original", "");
		at(knocks, "GET /api/v1/search", "/api/v1/search?q=notat", "");
		form(knocks, "POST /mandates", "principal=bo.lind@min.example&delegate=clara.juhl@min.example"
				+ "&from=2099-01-01&until=2099-02-01&categories=presse&currency=DKK&key={key}");
		form(knocks, "POST /protection/holds", "what={number}&why=Retssag&until=2099-01-01&key={key}");
		at(knocks, "GET /protection/purge", "/protection/purge?what={number}", "");
		form(knocks, "POST /protection/cases/{id}/purge", "number={number}");
		form(knocks, "POST /mandates/{mandate}/end", "until=2099-02-01");
		at(knocks, "DELETE /api/v1/mandates/{id}", "/api/v1/mandates/{mandate}", "");
		json(knocks, "POST /api/v1/cases/{id}/asks/{ask}/verdict", "{\"outcome\": \"APPROVED\"}");
		json(knocks, "POST /api/v1/cases/{id}/documents/{sha256}/link", "{\"versionOf\": null}");
		json(knocks, "PUT /api/v1/people/{address}", "{\"displayName\": \"Ny Mand\"}");
		json(knocks, "PUT /api/v1/watches/{address}", "{\"folders\": [\"inbox\"]}");
		json(knocks, "PUT /api/v1/holds/{id}", """
				{"person": "ny.mand@min.example", "why": "Retssag", "until": "2099-01-01T00:00:00Z"}""");
		json(knocks, "POST /api/v1/retention", "{\"cases\": [\"{id}\"]}");
		json(knocks, "PUT /api/v1/receipts/{event}", "{\"status\": \"accepted\"}");
		json(knocks, "PUT /api/v1/mandates/{id}", """
				{"principal": "bo.lind@min.example", "delegate": "clara.juhl@min.example",
				"from": "2026-01-01T00:00:00Z", "to": "2026-02-01T00:00:00Z"}""");
		json(knocks, "POST /api/v1/readings", "{\"subject\": \"Lejemål\", \"text\": \"Må vi det?\"}");
		json(knocks, "PUT /api/v1/writebacks/{id}", "{\"state\": \"due\"}");
		json(knocks, "POST /graph/notify", "{\"value\": []}");
		json(knocks, "POST /graph/life", "{\"value\": []}");
		knocks.put("POST /api/v1/readings as [message/rfc822]",
				new Knock("/api/v1/readings", "message/rfc822", "Subject: x\r\n\r\ny"));
		knocks.put("POST /api/v1/readings as [application/x-ndjson]",
				new Knock("/api/v1/readings", "application/x-ndjson", "{\"subject\": \"x\", \"text\": \"y\"}\n"));
		return knocks;
	}

	private static void form(Map<String, Knock> knocks, String door, String fields) {
		knocks.put(door, new Knock(door.split(" ")[1], FORM, fields));
	}

	private static void at(Map<String, Knock> knocks, String door, String path, String fields) {
		knocks.put(door, new Knock(path, FORM, fields));
	}

	private static void json(Map<String, Knock> knocks, String door, String body) {
		knocks.put(door, new Knock(
				door.split(" ")[1].replace("{address}", "ny.mand@min.example").replace("{event}", "ev_1"), JSON, body));
	}

	private static Map<String, List<Integer>> expected() throws IOException {
		if (Files.notExists(EXPECTED)) {
			return Map.of();
		}
		return Files.readAllLines(EXPECTED)
			.stream()
			.filter((line) -> line.startsWith("| `"))
			.map((line) -> line.split(" *\\| *"))
			.collect(Collectors.toMap((cells) -> cells[1].replace("`", ""),
					(cells) -> Arrays.stream(cells).skip(2).map(Integer::valueOf).toList(), (one, _) -> one,
					TreeMap::new));
	}

	private static String table(Map<String, List<Integer>> rows) {
		return rows.entrySet()
			.stream()
			.map((row) -> "| `%s` | %s |".formatted(row.getKey(),
					row.getValue().stream().map(Object::toString).collect(Collectors.joining(" | "))))
			.collect(Collectors.joining("\n", "", "\n"));
	}

}
