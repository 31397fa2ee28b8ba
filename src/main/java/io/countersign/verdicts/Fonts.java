package io.countersign.verdicts;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Fonts that show something else than the letters that stand there. */
final class Fonts {

	private static final Set<String> PROPERTIES = Set.of("font", "font-family");

	/** As the first one of several: the others are shown where it has no sign. */
	private static final Pattern OF_PICTURES = Pattern.compile("(?:^|[\\s\"'])(?:wingdings(?: [23])?|webdings"
			+ "|zapf ?dingbats|marlett|(?<!ui )symbol|bookshelf symbol 7|mt extra)[\"']?$");

	/** The name of a rule with a letter written as a number. */
	private static final Pattern ESCAPED = Pattern.compile("@[a-z-]*+\\\\");

	private static final String FACE = "@font-face";

	private static final int SMILE = 2;

	private Fonts() {
	}

	static boolean arePictures(Element element, List<Declarations> styles) {
		return Stream
			.concat(Stream.of(element.attr("face").toLowerCase(Locale.ROOT)),
					styles.stream().flatMap((one) -> one.values(PROPERTIES).stream()))
			.map((families) -> families.split(",", 2)[0].strip())
			.anyMatch((family) -> OF_PICTURES.matcher(family).find());
	}

	/** Outlook writes a smile as a letter of a font of pictures. */
	static boolean isASmile(TextNode words) {
		return words.text().strip().length() <= SMILE;
	}

	/**
	 * Whether a font comes with the mail, which shows what its author has drawn.
	 * @param sheet without its comments, lower case
	 */
	static boolean areSentAlong(String sheet) {
		for (var at = sheet.indexOf(FACE); at >= 0;) {
			var open = sheet.indexOf('{', at);
			var close = (open < 0) ? -1 : sheet.indexOf('}', open);
			var end = (close < 0) ? sheet.length() : close;
			if (open >= 0 && isSentAlong(sheet.substring(open + 1, end))) {
				return true;
			}
			at = sheet.indexOf(FACE, end);
		}
		return ESCAPED.matcher(sheet).find();
	}

	private static boolean isSentAlong(String face) {
		return Declarations.of(face)
			.all()
			.stream()
			.anyMatch((one) -> one.property().equals("src") || one.property().indexOf('\\') >= 0);
	}

}
