package io.countersign.intake;

import org.jsoup.Jsoup;
import org.jsoup.nodes.TextNode;
import tools.jackson.databind.JsonNode;

/**
 * The words of a message in a chat, with names in place of what Teams writes for people
 * and without the places of what is attached.
 *
 * @param quotes whether words of somebody else stand among them
 */
record ChatWords(Content content, boolean quotes) {

	static ChatWords of(JsonNode body) {
		var written = StoredText.storable(body.path("content").asString(""));
		if (!body.path("contentType").asString("").equalsIgnoreCase("html")) {
			return new ChatWords(Content.ofText(written), false);
		}
		var html = Jsoup.parseBodyFragment(written);
		html.outputSettings().prettyPrint(false);
		html.select("attachment").remove();
		html.select("at").forEach((mention) -> mention.replaceWith(new TextNode(mention.text())));
		html.select("emoji").forEach((emoji) -> emoji.replaceWith(new TextNode(emoji.attr("alt"))));
		return new ChatWords(Content.ofHtml(html.body().html()),
				!html.select("blockquote, codeblock, pre, table").isEmpty());
	}

}
