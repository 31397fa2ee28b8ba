package io.countersign;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The description of the API, as somebody reads it who has nothing else. */
class DescribedApi {

	private static final Pattern HOST = Pattern.compile("(?:https?://|[\\w.+-]@)([\\w.-]+)");

	private static final Pattern NOBODYS_HOST = Pattern.compile("localhost|127\\.0\\.0\\.1|.*\\.example");

	private final String text;

	private final JsonNode json;

	private final List<String> gaps = new ArrayList<>();

	DescribedApi(String text) {
		this.text = text;
		this.json = new JsonMapper().readTree(text);
	}

	/** What a reader misses, and hosts that are somebody's, each in a sentence. */
	List<String> gaps() {
		this.gaps.clear();
		this.json.path("paths")
			.forEachEntry((path, calls) -> calls.forEachEntry((method, call) -> call(method + " " + path, call)));
		this.json.at("/components/schemas").forEachEntry(this::schema);
		HOST.matcher(this.text)
			.results()
			.map((found) -> found.group(1))
			.filter((host) -> !NOBODYS_HOST.matcher(host).matches())
			.forEach((host) -> this.gaps.add("names the host " + host));
		return List.copyOf(this.gaps);
	}

	private void call(String name, JsonNode call) {
		said(name + " has no summary of one line", line(call.path("summary")));
		said(name + " names no role", line(call.at("/security/0/token/0")));
		for (var parameter : call.path("parameters")) {
			var named = resolved(parameter);
			said("%s does not say what %s is".formatted(name, named.path("name").asString("?")),
					line(named.path("description")));
		}
		for (var status : List.of("401", "403")) {
			var refusal = resolved(call.path("responses").path(status));
			said("%s does not say when it answers %s".formatted(name, status), line(refusal.path("description")));
			said("%s answers %s with no problem".formatted(name, status),
					refusal.path("content").has("application/problem+json") ? status : null);
		}
	}

	private void schema(String name, JsonNode schema) {
		said(name + " is not described", line(schema.path("description")));
		schema.path("properties")
			.forEachEntry((property, its) -> said("%s does not say what %s is".formatted(name, property),
					line(its.path("description"))));
	}

	private void said(String gap, @Nullable String words) {
		if (words == null) {
			this.gaps.add(gap);
		}
	}

	private static @Nullable String line(JsonNode words) {
		var text = words.asString("");
		return (text.isBlank() || text.contains("\n") || text.contains("  ")) ? null : text;
	}

	private JsonNode resolved(JsonNode node) {
		var elsewhere = node.path("$ref").asString("");
		return elsewhere.isEmpty() ? node : this.json.at(elsewhere.substring(1));
	}

}
