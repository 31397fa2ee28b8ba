package io.countersign.verdicts;

import java.util.List;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/**
 * How HTML shows its author's words. They may be crossed out or turned around, and a
 * style sheet may hide some of them or put others beside them that stand nowhere.
 */
record Appearance(Document html, WordList own) {

	private static final String CROSSED_OUT = "s, strike, del, bdo, [style*=line-through], [style*=bidi-override]";

	/** White space is taken out before. */
	private static final Pattern CHANGES = Pattern
		.compile("line-through|bidi-override|display:none|visibility:hidden|mso-hide:all|opacity:0(?![.1-9])"
				+ "|(?<![a-z-])font-size:0(?![.1-9])|(?<![a-z-])content:(?!none|normal|\"\"|'')");

	/** Where an element stands or how it is used says nothing of its words. */
	private static final Pattern BESIDE = Pattern.compile("::?+[a-z-]++(\\([^()]*+\\))?+");

	private static final int MOST = 200;

	boolean differs() {
		return touchesOwn(this.html.select(CROSSED_OUT)) || this.html.getElementsByTag("style")
			.stream()
			.flatMap((sheet) -> StyleRule.in(sheet.data()).stream())
			.filter((rule) -> CHANGES.matcher(rule.plainBody()).find())
			.anyMatch(this::touchesOwn);
	}

	/** A rule we cannot apply may be about any words. */
	private boolean touchesOwn(StyleRule rule) {
		try {
			return touchesOwn(this.html.select(BESIDE.matcher(rule.selector()).replaceAll("")));
		}
		catch (Selector.SelectorParseException | IllegalArgumentException ex) {
			return true;
		}
	}

	private boolean touchesOwn(List<Element> elements) {
		return elements.size() > MOST || elements.stream().anyMatch(this::touchesOwn);
	}

	/** An empty element may show something beside the words around it. */
	private boolean touchesOwn(Element element) {
		var parent = element.parent();
		var shown = WordList.of((element.hasText() || parent == null) ? element.text() : parent.text());
		return this.own.contain(shown) || shown.contain(this.own);
	}

}
