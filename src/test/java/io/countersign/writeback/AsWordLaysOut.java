package io.countersign.writeback;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What of a mail Outlook on Windows does not show as it is meant, because it lays mails
 * out with Word: Word knows no max-width and no white-space, gives padding to nothing but
 * cells, inherits no font into a table, and fetches no picture unasked.
 *
 * @see <a href=
 * "https://learn.microsoft.com/previous-versions/office/developer/office-2007/aa338201(v=office.12)">
 * Word's HTML and CSS rendering capabilities</a>
 */
final class AsWordLaysOut {

	/** Nobody sees it in the body; it is what the list of mails shows of it. */
	private static final String UNSEEN = "mso-hide:all";

	private static final Pattern UNKNOWN = Pattern
		.compile("(?i)(max-width|min-width|white-space|position|float|flex|grid|transform|opacity|background-image"
				+ "|box-shadow|rgba?\\(|var\\(|calc\\(|url\\()");

	private AsWordLaysOut() {
	}

	/**
	 * What is wrong, each with the place; nothing of a mail that looks the same there.
	 */
	static List<String> faults(String html) {
		var mail = Jsoup.parse(html);
		var faults = new ArrayList<String>();
		mail.select("img, svg, picture, video, script, link, form, button, input")
			.forEach((one) -> faults.add("not shown: " + one.cssSelector()));
		mail.select("table:not([width])").forEach((one) -> faults.add("as wide as the window: " + one.cssSelector()));
		mail.body().select("[style]").stream().filter(AsWordLaysOut::isSeen).forEach((one) -> {
			if (UNKNOWN.matcher(one.attr("style")).find()) {
				faults.add("not known: " + one.attr("style"));
			}
			if (isPadded(one) && !isCell(one) && !isButton(one)) {
				faults.add("padding that is no cell's: " + one.cssSelector());
			}
		});
		texts(mail).filter((one) -> !hasFont(one)).forEach((one) -> faults.add("no font: " + one.cssSelector()));
		return faults;
	}

	private static Stream<Element> texts(Document mail) {
		return mail.body().select("*").stream().filter((one) -> !one.ownText().isBlank() && isSeen(one));
	}

	/** Up to the cell it stands in. */
	private static boolean hasFont(Element text) {
		for (var one = text; one != null; one = one.parent()) {
			if (one.attr("style").contains("font-family:")) {
				return !one.tagName().equals("body");
			}
			if (isCell(one)) {
				return false;
			}
		}
		return false;
	}

	private static boolean isSeen(Element one) {
		return one.closest("[style*=%s]".formatted(UNSEEN)) == null;
	}

	private static boolean isCell(Element one) {
		return one.tagName().equals("td") || one.tagName().equals("th");
	}

	/** Whose cell has the padding where Word lays it out. */
	private static boolean isButton(Element one) {
		var cell = one.parent();
		return one.tagName().equals("a") && cell != null && isCell(cell)
				&& cell.attr("style").contains("mso-padding-alt:");
	}

	private static boolean isPadded(Element one) {
		return Arrays.stream(one.attr("style").split(";"))
			.map(String::strip)
			.anyMatch((rule) -> rule.startsWith("padding") && !rule.matches("padding[a-z-]*: ?0"));
	}

}
