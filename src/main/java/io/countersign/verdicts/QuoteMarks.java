package io.countersign.verdicts;

import java.util.Locale;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** By which people see in HTML that words are somebody else's. */
final class QuoteMarks {

	/** Says who wrote what follows. */
	private static final String ATTRIBUTION = ".moz-cite-prefix, .gmail_attr";

	private static final String QUOTE = "blockquote";

	/** A line down the left side. */
	private static final Pattern LINE = Pattern
		.compile("border-(?:left|inline-start)(?:-style|-width)?\\s*:(?!\\s*(?:none|0|initial|unset))");

	private QuoteMarks() {
	}

	/** Whether an element shows what is in it as one of several things, or as quoted. */
	static boolean areOn(Element element) {
		return switch (element.normalName()) {
			case "td", "th" -> element.siblingElements().stream().anyMatch(Element::hasText);
			default -> LINE.matcher(element.attr("style").toLowerCase(Locale.ROOT)).find();
		};
	}

	/** Whether it is said who wrote something, and no quote follows. */
	static boolean areOpenIn(Document html) {
		return html.select(ATTRIBUTION).stream().anyMatch((said) -> said.hasText() && !isBeforeAQuote(said));
	}

	private static boolean isBeforeAQuote(Element said) {
		for (Node next = said.nextSibling(); next != null; next = next.nextSibling()) {
			if (next instanceof TextNode words && !words.isBlank()) {
				return false;
			}
			if (next instanceof Element element && !element.normalName().equals("br")) {
				return element.normalName().equals(QUOTE) || element.selectFirst(QUOTE) != null;
			}
		}
		return true;
	}

}
