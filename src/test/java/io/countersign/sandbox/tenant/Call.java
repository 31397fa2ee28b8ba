package io.countersign.sandbox.tenant;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * A request as the SDK really sends it, brought into one form: {@code users('x')} is
 * {@code users/x}, {@code delta()} and {@code microsoft.graph.delta} are {@code delta},
 * {@code %24select} is {@code $select}.
 *
 * @param app which program calls
 * @param delay how long the mailbox works at it
 */
record Call(String method, List<String> path, Map<String, String> query, Map<String, List<String>> headers, byte[] body,
		String app, Duration delay) {

	private static final Pattern PAGE_SIZE = Pattern.compile("odata\\.maxpagesize=(\\d+)");

	static Call of(String method, String url, Map<String, List<String>> headers, byte[] body) {
		var question = url.indexOf('?');
		var raw = (question < 0) ? url : url.substring(0, question);
		return new Call(method.toUpperCase(Locale.ROOT), segments(raw),
				query((question < 0) ? "" : url.substring(question + 1)), headers, body, "", Duration.ZERO);
	}

	Call by(String program) {
		return new Call(this.method, this.path, this.query, this.headers, this.body, program, this.delay);
	}

	Call taking(Duration time) {
		return new Call(this.method, this.path, this.query, this.headers, this.body, this.app, time);
	}

	boolean is(String wanted) {
		return this.method.equals(wanted);
	}

	String parameter(String name) {
		return this.query.getOrDefault(name.toLowerCase(Locale.ROOT), "");
	}

	int number(String name, int otherwise) {
		return parameter(name).isEmpty() ? otherwise : Integer.parseInt(parameter(name));
	}

	/** All preferences: several lines and commas mean the same (RFC 7240). */
	String preferences() {
		return String.join(",", this.headers.getOrDefault("prefer", List.of()));
	}

	boolean prefers(String preference) {
		return preferences().replace(" ", "").toLowerCase(Locale.ROOT).contains(preference);
	}

	boolean immutableIds() {
		return prefers("idtype=\"immutableid\"");
	}

	int pageSize(int otherwise) {
		var match = PAGE_SIZE.matcher(preferences());
		return match.find() ? Math.clamp(Integer.parseInt(match.group(1)), 1, 1000) : otherwise;
	}

	String header(String name) {
		var values = this.headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
		return values.isEmpty() ? "" : values.getFirst();
	}

	/** The body as JSON; nothing is an empty object. */
	JsonNode json() {
		return (this.body.length > 0) ? Answer.JSON.readTree(this.body) : Answer.JSON.createObjectNode();
	}

	/** A parameter of an action, whose name is matched without regard to case. */
	static JsonNode argument(JsonNode body, String name) {
		return body.propertyStream()
			.filter((field) -> field.getKey().equalsIgnoreCase(name))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElseGet(() -> Answer.JSON.missingNode());
	}

	static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	private static List<String> segments(String raw) {
		var segments = new ArrayList<String>();
		for (var part : raw.split("/")) {
			var decoded = decoded(part.replace("+", "%2B"));
			if (decoded.isEmpty() || decoded.equals("v1.0")) {
				continue;
			}
			var open = decoded.indexOf("('");
			if (open > 0 && decoded.endsWith("')")) {
				segments.add(decoded.substring(0, open));
				segments.add(decoded.substring(open + 2, decoded.length() - 2));
			}
			else {
				segments.add(decoded.replace("()", "").replace("microsoft.graph.", ""));
			}
		}
		return List.copyOf(segments);
	}

	private static Map<String, String> query(String raw) {
		var query = new HashMap<String, String>();
		for (var pair : raw.split("&")) {
			var equals = pair.indexOf('=');
			if (equals > 0) {
				query.put(decoded(pair.substring(0, equals)).toLowerCase(Locale.ROOT),
						decoded(pair.substring(equals + 1)));
			}
		}
		return query;
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

}
