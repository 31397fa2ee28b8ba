package io.countersign.web;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Mail HTML with what a reader needs and nothing that acts, loads, or names anything of
 * the page around it (UI-3, UI-4). It is shown in a frame without rights besides.
 */
final class SafeHtml {

	private static final int MOST = 500_000;

	private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
		.allowElements("p", "div", "span", "br", "hr", "b", "strong", "i", "em", "u", "s", "sub", "sup", "h1", "h2",
				"h3", "h4", "h5", "h6", "blockquote", "pre", "code", "ul", "ol", "li", "dl", "dt", "dd", "table",
				"caption", "thead", "tbody", "tfoot", "tr", "th", "td")
		.allowWithoutAttributes("span", "div")
		.allowAttributes("colspan", "rowspan")
		.matching((_, _, value) -> value.matches("[1-9][0-9]?") ? value : null)
		.onElements("td", "th")
		.toFactory();

	private SafeHtml() {
	}

	static String of(String html) {
		return ALLOWED.sanitize(html.substring(0, Math.min(MOST, html.length())));
	}

}
