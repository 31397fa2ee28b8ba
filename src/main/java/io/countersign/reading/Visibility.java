package io.countersign.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Tells what a reader of an HTML mail cannot see. */
final class Visibility {

	private static final Pattern INVISIBLE = Pattern.compile("display:none|visibility:hidden|mso-hide:all"
			+ "|(?<![a-z-])font-size:(0(?![0-9.])|1px|0?\\.[0-9]+(?![0-9.]|r?em)|0?\\.[0-4][0-9]*r?em)"
			+ "|(?<![a-z-])opacity:0(?![.1-9])"
			+ "|(max-)?(height|width):0(px)?(;.*)?overflow:hidden|overflow:hidden(;.*)?(max-)?(height|width):0(?![.1-9])"
			+ "|text-indent:-[0-9]{3,}|(left|top):-[0-9]{3,}|(?<![a-z-])color:transparent");

	private static final Pattern WHITE = Pattern
		.compile("(?<![a-z-])color:(white|#fff(fff)?|rgba?\\(255,255,255[^)]*\\))(?![0-9a-f])");

	private static final Pattern BACKGROUND = Pattern.compile("background(-color)?:([^;]+)");

	private static final Pattern RULE = Pattern.compile("([.#][\\w-]+)\\s*\\{([^{}]{0,500})\\}");

	private final Set<String> hiddenNames;

	/** A mail repeats a few styles many times. */
	private final Map<String, Look> looks = new HashMap<>();

	private Visibility(Set<String> hiddenNames) {
		this.hiddenNames = hiddenNames;
	}

	static Visibility of(Document document) {
		var names = new HashSet<String>();
		for (var style : document.getElementsByTag("style")) {
			var rules = RULE.matcher(style.data());
			while (rules.find() && names.size() < 100) {
				if (INVISIBLE.matcher(compact(rules.group(2))).find()) {
					names.add(rules.group(1));
				}
			}
		}
		return new Visibility(names);
	}

	boolean hides(Element element) {
		if (element.hasAttr("hidden") || isInHiddenRule(element)) {
			return true;
		}
		if (element.normalName().equals("font") && isWhite(element.attr("color")) && !isOnColour(element)) {
			return true;
		}
		var style = element.attr("style");
		if (style.isEmpty()) {
			return false;
		}
		var look = this.looks.computeIfAbsent(style, Look::of);
		return look.isInvisible() || (look.isWhite() && !isOnColour(element));
	}

	private boolean isInHiddenRule(Element element) {
		return !this.hiddenNames.isEmpty() && (this.hiddenNames.contains("#" + element.id())
				|| element.classNames().stream().anyMatch((name) -> this.hiddenNames.contains("." + name)));
	}

	/** White words on a coloured box are a button, not a secret. */
	private static boolean isOnColour(Element element) {
		var at = element;
		for (var i = 0; i < 12 && at != null; i++, at = at.parent()) {
			var background = BACKGROUND.matcher(compact(at.attr("style")));
			if (background.find()) {
				return !isWhite(background.group(2));
			}
			if (at.hasAttr("bgcolor")) {
				return !isWhite(at.attr("bgcolor"));
			}
		}
		return false;
	}

	private static boolean isWhite(String colour) {
		return switch (colour.strip().toLowerCase(Locale.ROOT)) {
			case "white", "#fff", "#ffffff", "rgb(255,255,255)" -> true;
			default -> false;
		};
	}

	private static String compact(String style) {
		return style.substring(0, Math.min(2000, style.length())).replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
	}

	/** How a style shows its words. */
	private record Look(boolean isInvisible, boolean isWhite) {

		static Look of(String style) {
			var compact = compact(style);
			return new Look(INVISIBLE.matcher(compact).find(), WHITE.matcher(compact).find());
		}

	}

}
