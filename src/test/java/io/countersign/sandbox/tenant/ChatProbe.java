package io.countersign.sandbox.tenant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** People who chat with each other in front of a {@link Probe}. */
record ChatProbe(Probe probe) {

	static final String ANNA = "anna@min.example";

	static final String BO = "bo@min.example";

	static final String ALL_MESSAGES = "/v1.0/users/anna@min.example/chats/getAllMessages";

	static final String DELTA = ALL_MESSAGES + "/delta";

	/** A chat of Anna and Bo. */
	String open() {
		return open(Map.of("members", List.of(ANNA, BO), "topic", "Lease"));
	}

	String open(Map<String, ?> body) {
		return id(this.probe.post("/control/chats", body));
	}

	String say(String chat, String text) {
		return say(chat, Map.of("from", BO, "text", text));
	}

	String say(String chat, Map<String, ?> body) {
		return id(refusedOrSaid(chat, body));
	}

	Probe.Reply refusedOrSaid(String chat, Map<String, ?> body) {
		return this.probe.post("/control/chats/" + chat + "/messages", body);
	}

	/** The same with one thing more, or another. */
	static Map<String, Object> with(Map<String, ?> body, String name, Object value) {
		var more = new HashMap<String, Object>(body);
		more.put(name, value);
		return more;
	}

	void edit(String chat, String message, String text) {
		this.probe.patch(control(chat, message), Map.of("text", text));
	}

	void delete(String chat, String message) {
		this.probe.delete(control(chat, message));
	}

	void like(String chat, String message) {
		this.probe.post(control(chat, message) + "/reactions", Map.of("from", ANNA, "type", "like"));
	}

	String rename(String chat) {
		return id(this.probe.post("/control/chats/" + chat + "/events", Map.of("from", ANNA, "type", "chatRenamed")));
	}

	JsonNode message(String chat, String message, String... headers) {
		return this.probe.get(graph(chat) + "/" + message, headers).json();
	}

	List<JsonNode> messages(String chat, String query) {
		return values(graph(chat) + query).toList();
	}

	Stream<JsonNode> values(String path) {
		return this.probe.get(path).json().path("value").valueStream();
	}

	static String graph(String chat) {
		return "/v1.0/chats/" + chat + "/messages";
	}

	static List<String> words(List<JsonNode> messages) {
		return messages.stream().map((one) -> one.path("body").path("content").asString()).toList();
	}

	private static String control(String chat, String message) {
		return "/control/chats/" + chat + "/messages/" + message;
	}

	private static String id(Probe.Reply reply) {
		return reply.json().path("id").asString();
	}

}
