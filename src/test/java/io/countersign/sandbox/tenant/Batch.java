package io.countersign.sandbox.tenant;

import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

/**
 * Up to twenty calls in one, answered in any order; the outer 200 says nothing of them.
 */
final class Batch {

	private static final int MOST = 20;

	private final Step step;

	Batch(Step step) {
		this.step = step;
	}

	/** Answers a step as if it had come alone. */
	interface Step {

		Answer answer(Call call, String url);

	}

	Answer answer(Call call) {
		var steps = call.json().path("requests");
		var ids = steps.valueStream().map((step) -> step.path("id").asString("")).distinct().count();
		if (steps.size() > MOST || ids < steps.size()) {
			return Answer.error(400, "BadRequest", "A batch has at most 20 request steps, each with an id of its own.");
		}
		var failed = new ArrayList<String>();
		var answers = new ArrayList<Map<String, Object>>();
		for (var step : steps) {
			var after = step.path("dependsOn").valueStream().anyMatch((id) -> failed.contains(id.asString()));
			var url = step.path("url").asString("");
			var answer = after ? Answer.error(424, "FailedDependency", "A request it depends on failed.")
					: this.step.answer(single(step, call), "/v1.0" + (url.startsWith("/") ? url : "/" + url));
			if (answer.status() >= 400) {
				failed.add(step.path("id").asString());
			}
			answers.add(worded(step, answer));
		}
		Collections.shuffle(answers);
		return Answer.json(200, Map.of("responses", answers));
	}

	/** Preferences of the outer call are not those of a step. */
	private static Call single(JsonNode step, Call outer) {
		var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
		step.path("headers")
			.propertyStream()
			.forEach((header) -> headers.put(header.getKey(), List.of(header.getValue().asString())));
		headers.put("authorization", List.of(outer.header("authorization")));
		var body = step.path("body").isMissingNode() ? new byte[0] : Answer.JSON.writeValueAsBytes(step.path("body"));
		return Call.of(step.path("method").asString("GET"), step.path("url").asString(""), headers, body)
			.by(outer.app());
	}

	private static Map<String, Object> worded(JsonNode step, Answer answer) {
		var json = new LinkedHashMap<String, Object>();
		json.put("id", step.path("id").asString());
		json.put("status", answer.status());
		json.put("headers", answer.headers());
		if (answer.body().length > 0) {
			json.put("body", body(answer));
		}
		return json;
	}

	private static Object body(Answer answer) {
		return answer.headers().getOrDefault("Content-Type", "").startsWith("application/json")
				? Answer.JSON.readTree(answer.body()) : Base64.getEncoder().encodeToString(answer.body());
	}

}
