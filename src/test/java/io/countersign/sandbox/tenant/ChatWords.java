package io.countersign.sandbox.tenant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.web.util.HtmlUtils;

/**
 * What somebody writes in a chat. Everything attached, a quoted message too, has its
 * place in the body.
 */
record ChatWords(String type, String content, List<JsonNode> attachments, List<JsonNode> mentions) {

	private static final int LONGEST_PREVIEW = 200;

	/**
	 * As a control call wants it.
	 * @param before what is attached already
	 */
	static ChatWords of(ControlBody wanted, List<JsonNode> before) {
		var text = wanted.maybe("text");
		var html = wanted.maybe("html");
		var attachments = new ArrayList<>(before);
		wanted.objects("attachments").forEach((one) -> attachments.add(attached(one)));
		if (text.isPresent() == html.isPresent() && !(text.isEmpty() && !attachments.isEmpty())) {
			throw ControlBody.wrong("text", "or 'html' is needed, and not both.");
		}
		var mentions = wanted.objects("mentions");
		if (text.isPresent() && attachments.isEmpty() && mentions.isEmpty()) {
			return new ChatWords("text", text.get(), List.of(), List.of());
		}
		var written = html.or(() -> text.map((one) -> "<p>%s</p>".formatted(HtmlUtils.htmlEscape(one)))).orElse("");
		var places = new StringBuilder();
		attachments.stream()
			.map((one) -> "<attachment id=\"%s\"></attachment>".formatted(one.path("id").asString()))
			.filter((place) -> !written.contains(place))
			.forEach(places::append);
		return new ChatWords("html", places + written, List.copyOf(attachments), List.copyOf(mentions));
	}

	/** The attachment by which a message in a chat answers another one. */
	static JsonNode quoting(ChatMessage quoted) {
		var seen = Answer.JSON.<ObjectNode>valueToTree(quoted.json());
		var preview = Jsoup.parse(seen.path("body").path("content").asString("")).text();
		var content = Answer.JSON.createObjectNode()
			.put("messageId", quoted.id())
			.put("messagePreview", preview.substring(0, Math.min(LONGEST_PREVIEW, preview.length())));
		content.set("messageSender", seen.path("from"));
		return attached(Answer.JSON.createObjectNode()
			.put("id", quoted.id())
			.put("contentType", "messageReference")
			.put("content", content.toString()));
	}

	Map<String, Object> json() {
		return Map.of("body", Map.of("contentType", this.type, "content", this.content), "attachments",
				this.attachments, "mentions", this.mentions);
	}

	/** With every name that an attachment of Teams has; the content is always a text. */
	private static JsonNode attached(ObjectNode given) {
		if (given.path("contentType").asString("").isBlank()) {
			throw ControlBody.wrong("attachments.contentType", "is needed.");
		}
		var json = Answer.JSON.createObjectNode();
		json.put("id", given.path("id").asString(UUID.randomUUID().toString()));
		for (var name : List.of("contentType", "contentUrl", "content", "name", "thumbnailUrl", "teamsAppId")) {
			var value = given.path(name);
			if (value.isMissingNode()) {
				json.putNull(name);
			}
			else {
				json.put(name, value.isContainer() ? value.toString() : value.asString());
			}
		}
		return json;
	}

}
