package io.countersign.reading;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

import io.countersign.reading.Body.Line.Origin;

/** The marks mail programs leave in HTML around what their user did not write. */
final class HtmlMarks {

	private static final Set<String> QUOTES = Set.of("gmail_attr", "yahoo_quoted", "protonmail_quote",
			"moz-cite-prefix", "moz-forward-container", "zmail_extra", "tutanota_quote", "WordSection1_quoted");

	private static final Set<String> SIGNATURES = Set.of("gmail_signature", "moz-signature",
			"protonmail_signature_block", "ms-outlook-mobile-signature", "Signature", "signature", "AppleMailSignature",
			"lineBreakAtBeginningOfSignature");

	/** Behind these everything is older, whatever element it stands in. */
	private static final Set<String> HISTORY = Set.of("divRplyFwdMsg", "appendonsend", "x_divRplyFwdMsg",
			"mail-editor-reference-message-container", "OLK_SRC_BODY_SECTION", "stopSpelling");

	private static final Pattern COLOUR = Pattern.compile("(?i)(?<![a-z-])color:([^;]{1,40})");

	private static final Pattern HEX = Pattern.compile("#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})");

	private static final Set<String> PLAIN = Set.of("black", "windowtext", "auto", "inherit", "initial", "gray", "grey",
			"#000", "#333", "#666", "#1f497d", "#44546a", "#002060", "rgb(0,0,0)", "rgb(0, 0, 0)");

	private static final Pattern PICTURES = Pattern
		.compile("(?i)(?:^|;)\\s{0,9}font-family:\\s{0,9}[\"']?wingdings[\"']?\\s{0,9}(?:[,;]|$)");

	private HtmlMarks() {
	}

	static Origin of(Element element) {
		if (element.normalName().equals("blockquote") && !isIndent(element)) {
			return Origin.QUOTED;
		}
		if (isOneOf(QUOTES, element)) {
			return Origin.QUOTED;
		}
		return isOneOf(SIGNATURES, element) ? Origin.SIGNATURE : Origin.UNMARKED;
	}

	/** Outlook draws a smile by a J of a font of pictures: it is no word. */
	static boolean isSmile(TextNode words) {
		return words.getWholeText().strip().equals("J") && words.parent() instanceof Element around
				&& PICTURES.matcher(around.attr("style")).find();
	}

	static boolean startsHistory(Element element) {
		return HISTORY.contains(element.id()) || isOutlookRule(element);
	}

	/** Whether its text stands out from the text around it, as an answer does. */
	static boolean isColoured(Element element) {
		if (element.normalName().equals("a") || element.attributesSize() == 0) {
			return false;
		}
		var colour = element.normalName().equals("font") ? element.attr("color") : colour(element.attr("style"));
		return !colour.isEmpty() && !isPlain(colour.toLowerCase(Locale.ROOT));
	}

	private static String colour(String style) {
		var match = COLOUR.matcher(style);
		return match.find() ? match.group(1).strip() : "";
	}

	/** Black, grey, and the dark blue in which Outlook writes answers. */
	private static boolean isPlain(String colour) {
		var hex = HEX.matcher(colour);
		return PLAIN.contains(colour)
				|| (hex.matches() && hex.group(1).equals(hex.group(2)) && hex.group(2).equals(hex.group(3)));
	}

	/** Outlook's button for indenting writes a blockquote without a cite mark. */
	private static boolean isIndent(Element element) {
		var style = element.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
		return style.contains("margin:0000px40px") || style.contains("margin-right:0px;margin-left:40px");
	}

	/** Outlook for Windows draws a thin line above the header of the mail it quotes. */
	private static boolean isOutlookRule(Element element) {
		if (!element.normalName().equals("div")) {
			return false;
		}
		var style = element.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
		return style.contains("border-top:solid#e1e1e11.0pt") || style.contains("border-top:solid#b5c4df1.0pt")
				|| style.contains("border-top:1ptsolidrgb(225,225,225)");
	}

	private static boolean isOneOf(Set<String> marks, Element element) {
		return marks.contains(element.id())
				|| (element.hasAttr("class") && element.classNames().stream().anyMatch(marks::contains));
	}

}
