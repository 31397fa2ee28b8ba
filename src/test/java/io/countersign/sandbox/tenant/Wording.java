package io.countersign.sandbox.tenant;

import java.util.Map;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;

import org.springframework.web.util.HtmlUtils;

/** The words of a mail as HTML or text, as the caller prefers. */
record Wording(boolean text, boolean unsafe) {

	private static final Pattern HISTORY = Pattern
		.compile("(?im)^(?:fra|from|von): .*$|^-{3,} ?(?:original|oprindelig).*$|^_{10,}$|^>");

	static Wording of(Call call) {
		return new Wording(call.prefers("outlook.body-content-type=\"text\""),
				call.prefers("outlook.allow-unsafe-html"));
	}

	static String preview(MimeFacts facts) {
		var words = facts.words().strip();
		return words.substring(0, Math.min(255, words.length()));
	}

	Map<String, Object> body(MimeFacts facts) {
		return this.text ? worded("text", facts.words()) : worded("html", html(facts));
	}

	/** Only what this mail adds to its thread. */
	Map<String, Object> ownWords(MimeFacts facts) {
		var words = facts.words();
		var history = HISTORY.matcher(words);
		var own = history.find() ? words.substring(0, history.start()).stripTrailing() : words;
		return this.text ? worded("text", own) : worded("html", page(own));
	}

	private String html(MimeFacts facts) {
		if (!facts.isHtml()) {
			return page(facts.text());
		}
		return this.unsafe ? facts.html() : safe(facts.html());
	}

	private static String safe(String html) {
		var document = Jsoup.parse(html);
		document.outputSettings().prettyPrint(false);
		document.select("script, iframe, object, embed, form, applet").remove();
		document.getAllElements()
			.forEach((element) -> element.attributes()
				.asList()
				.stream()
				.map((attribute) -> attribute.getKey())
				.filter((name) -> name.startsWith("on"))
				.forEach(element::removeAttr));
		return document.outerHtml();
	}

	private static String page(String words) {
		return "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"></head>"
				+ "<body><div class=\"PlainText\">%s</div></body></html>"
					.formatted(HtmlUtils.htmlEscape(words).replace("\r\n", "\n").replace("\n", "<br>\r\n"));
	}

	private static Map<String, Object> worded(String type, String content) {
		return Map.of("contentType", type, "content", content);
	}

}
