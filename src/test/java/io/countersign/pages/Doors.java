package io.countersign.pages;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.identity.Person;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** How one knocks at each door of a running product. */
final class Doors {

	private static final String FORM = "application/x-www-form-urlencoded";

	private static final String JSON = "application/json";

	/** A value of JSON, and no name. */
	private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"(?=\\s*[,}\\]])");

	/** How a door is knocked at that wants more than its path. */
	private static final Map<String, Knock> KNOCKS = knocks();

	private Doors() {
	}

	/**
	 * What is said at a door; its places are filled in by a doorstep.
	 */
	record Knock(String method, String path, String contentType, String body) {

		/** The same form or query with this one field said otherwise. */
		Knock saying(String field, String typed) {
			var bare = this.path.split("\\?")[0];
			if (!this.method.equals("GET")) {
				return new Knock(this.method, this.path, FORM, with(this.body, field, typed));
			}
			var query = this.path.substring(Math.min(bare.length() + 1, this.path.length()));
			return new Knock(this.method, bare + "?" + with(query, field, typed), FORM, "");
		}

		/** The same with every text of its JSON said otherwise. */
		Knock typing(String typed) {
			return new Knock(this.method, this.path, this.contentType,
					this.contentType.equals(FORM) ? this.body : TEXT.matcher(this.body).replaceAll('"' + typed + '"'));
		}

		private static String with(String form, String field, String typed) {
			return Stream
				.concat(Arrays.stream(form.split("&")).filter((one) -> !one.isEmpty() && !one.startsWith(field + "=")),
						Stream.of(field + "=" + typed))
				.collect(Collectors.joining("&"));
		}

	}

	static Knock knock(String door) {
		return Objects.requireNonNull(KNOCKS.getOrDefault(door, new Knock(method(door), path(door), FORM, "")));
	}

	/** What the handlers take from queries and forms, by door. */
	static Map<String, Set<String>> fields(House house) {
		var fields = new TreeMap<String, Set<String>>();
		house.handlers().forEach((info, method) -> names(info).forEach((door) -> fields.put(door, fields(method))));
		return fields;
	}

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

	/** As the table of rights names them. */
	static List<String> names(RequestMappingInfo info) {
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

	private static String method(String door) {
		return door.substring(0, door.indexOf(' '));
	}

	private static String path(String door) {
		return door.split(" ")[1];
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
				new Knock("POST", "/api/v1/readings", "message/rfc822", "Subject: x\r\n\r\ny"));
		knocks.put("POST /api/v1/readings as [application/x-ndjson]", new Knock("POST", "/api/v1/readings",
				"application/x-ndjson", "{\"subject\": \"x\", \"text\": \"y\"}\n"));
		return knocks;
	}

	private static void form(Map<String, Knock> knocks, String door, String fields) {
		knocks.put(door, new Knock(method(door), path(door), FORM, fields));
	}

	private static void at(Map<String, Knock> knocks, String door, String path, String fields) {
		knocks.put(door, new Knock(method(door), path, FORM, fields));
	}

	private static void json(Map<String, Knock> knocks, String door, String body) {
		knocks.put(door, new Knock(method(door),
				path(door).replace("{address}", "ny.mand@min.example").replace("{event}", "ev_1"), JSON, body));
	}

}
