package io.countersign.sandbox.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.countersign.scenario.ProductApi;
import tools.jackson.databind.JsonNode;

/** What the product has done lately, from the feed that case systems read too. */
final class PracticeLog {

	static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

	private static final int KEPT = 6;

	private final Deque<Line> lines = new ArrayDeque<>();

	private final Map<String, String> numbers = new HashMap<>();

	private Optional<String> cursor = Optional.empty();

	/**
	 * Something that happened.
	 *
	 * @param what how its sentence is called
	 * @param number of the case
	 * @param detail what else the sentence says
	 */
	public record Line(ZonedDateTime at, String what, String number, String detail) {
	}

	/** The newest first. */
	synchronized List<Line> lines(ProductApi product) {
		var news = news(product);
		while (!news.isEmpty()) {
			news.forEach(this::hear);
			this.cursor = Optional.of(news.getLast().path("cursor").asString(""));
			news = news(product);
		}
		return List.copyOf(this.lines);
	}

	private List<JsonNode> news(ProductApi product) {
		return product.get("/events" + this.cursor.map("?after="::concat).orElse(""))
			.path("items")
			.valueStream()
			.toList();
	}

	private void hear(JsonNode event) {
		var data = event.path("data");
		if (data.path("number").isString()) {
			this.numbers.put(event.path("subject").asString(""), data.path("number").asString(""));
		}
		switch (event.path("type").asString("")) {
			case "org.countersign.case.opened.v1" -> add(event, "opened", data.path("title").asString(""));
			case "org.countersign.task.ordered.v1" -> add(event, "ordered", data.path("what").asString(""));
			case "org.countersign.verdict.recorded.v1" -> add(event, outcome(data.path("verdict")),
					data.path("verdict").path("authenticity").path("level").asString(""));
			case "org.countersign.verdict.held.v1" -> add(event, "held", "");
			default -> {
				// The rest is for case systems.
			}
		}
	}

	private static String outcome(JsonNode verdict) {
		return "verdict." + verdict.path("outcome").asString("decided").toLowerCase(Locale.ROOT);
	}

	private void add(JsonNode event, String what, String detail) {
		var at = Instant.parse(event.path("time").asString("")).atZone(ZONE);
		this.lines
			.addFirst(new Line(at, what, this.numbers.getOrDefault(event.path("subject").asString(""), ""), detail));
		while (this.lines.size() > KEPT) {
			this.lines.removeLast();
		}
	}

}
