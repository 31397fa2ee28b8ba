package io.countersign.verdicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a style says, property by property. Nobody can list every way in which a style
 * hides words or changes them; what is listed here does not, as mail programs write it.
 */
record Declarations(List<Declaration> all) {

	private static final Pattern COMMENT = Pattern.compile("/\\*[^*]*+\\*++(?:[^/*][^*]*+\\*++)*+/");

	/** A picture, a value from elsewhere, or a letter written as a number. */
	private static final Pattern FROM_ELSEWHERE = Pattern
		.compile("[\\\\@{}]|/\\*|url\\(|var\\(|env\\(|attr\\(|calc\\(|min\\(|max\\(|clamp\\(|gradient|element\\("
				+ "|image|expression");

	private static final Set<String> OF_NO_MEANING = Set.of("font-family", "font-style", "font-weight", "font-stretch",
			"font-kerning", "font-synthesis", "font-optical-sizing", "font-size-adjust", "vertical-align", "word-wrap",
			"word-break", "line-break", "hyphens", "orphans", "widows", "page", "tab-size", "outline", "cursor",
			"caret-color", "box-sizing", "box-shadow", "text-shadow", "table-layout", "caption-side", "empty-cells",
			"overflow", "overflow-x", "overflow-y", "clear", "direction", "text-rendering", "text-size-adjust",
			"text-justify", "text-transform", "text-autospace", "tab-interval", "color-scheme", "min-width",
			"min-height", "user-select", "justify-content", "align-items", "align-self", "gap", "resize", "transition",
			"size", "color", "background", "background-color");

	private static final Pattern FAMILIES = Pattern
		.compile("(?:mso-(?!hide|element)|font-variant|font-feature|font-variation|text-align|text-underline"
				+ "|white-space|overflow-wrap|page-break|break-|border|outline-|flex(?!-direction|-flow)"
				+ "|background-(?:repeat|position|attachment|size|origin)"
				+ "|-(?:webkit|ms|moz)-(?:text-size-adjust|nbsp-mode|line-break|font-smoothing|text-stroke|tap-highlight"
				+ "|text-decoration|user-select|overflow-scrolling|osx-font-smoothing|interpolation-mode|word-break"
				+ "|hyphens|text-autospace|box-sizing|user-modify|locale)).*+");

	private static final Set<String> OVERFLOW = Set.of("overflow", "overflow-x", "overflow-y");

	private static final Set<String> SIZES = Set.of("width", "height", "max-width", "max-height");

	/** A length, and no share of what is there. */
	private static final Pattern FIXED = Pattern.compile("[0-9.]++[a-z]*+");

	private static final Set<String> EXTENTS = Set.of("width", "height", "max-width", "max-height", "line-height",
			"font-size", "font");

	private static final Pattern OFFSETS = Pattern
		.compile("(?:margin|padding)(?:-.++)?|text-indent|top|left|right|bottom|letter-spacing|word-spacing");

	private static final Pattern NEGATIVE = Pattern.compile("(?:^|\\s)-(?=[0-9.]*[1-9])");

	private static final Set<String> SHOWN = Set.of("block", "inline", "inline-block", "list-item", "table",
			"inline-table", "table-row", "table-cell", "table-row-group", "table-header-group", "flow-root", "flex",
			"inline-flex", "contents", "inherit", "initial", "unset", "revert");

	/** Whatever it is said of. */
	private static final Set<String> NO_CHANGE = Set.of("none", "normal", "auto", "inherit", "initial", "unset",
			"revert", "visible", "static", "relative", "left", "\"\"", "''");

	private static final Set<String> OF_ONE_WORD = Set.of("position", "float", "visibility", "content", "transform",
			"filter", "clip", "clip-path", "quotes", "animation", "zoom", "mask", "mix-blend-mode", "background-image",
			"list-style-image");

	/** One property, lower case, and its value. */
	record Declaration(String property, String value) {

		boolean moves() {
			return switch (this.property) {
				case "position" -> !this.value.equals("static");
				case "transform", "translate", "rotate", "scale", "float" -> !NO_CHANGE.contains(this.value);
				default -> OFFSETS.matcher(this.property).matches() && NEGATIVE.matcher(this.value).find();
			};
		}

		boolean isHarmless() {
			if (OF_ONE_WORD.contains(this.property)) {
				return NO_CHANGE.contains(this.value);
			}
			if (FROM_ELSEWHERE.matcher(this.value).find()) {
				return false;
			}
			if (EXTENTS.contains(this.property)) {
				return Length.isReadable(this.property, this.value);
			}
			if (OFFSETS.matcher(this.property).matches()) {
				return Length.isNear(this.property, this.value);
			}
			return switch (this.property) {
				case "display" -> SHOWN.contains(this.value);
				case "opacity" -> Length.isSolid(this.value);
				case "unicode-bidi" -> !this.value.contains("override");
				case "list-style", "list-style-type", "list-style-position" ->
					this.value.indexOf('"') < 0 && this.value.indexOf('\'') < 0;
				case "flex-wrap" -> !this.value.contains("reverse");
				default -> this.property.startsWith("text-decoration") ? !this.value.contains("line-through")
						: OF_NO_MEANING.contains(this.property) || FAMILIES.matcher(this.property).matches();
			};
		}

	}

	static Declarations of(String style) {
		var all = new ArrayList<Declaration>();
		for (var written : COMMENT.matcher(style).replaceAll("").toLowerCase(Locale.ROOT).split(";")) {
			var colon = written.indexOf(':');
			var property = ((colon < 0) ? written : written.substring(0, colon)).strip();
			var value = ((colon < 0) ? "" : written.substring(colon + 1)).replace("!important", "").strip();
			if (!property.isEmpty()) {
				all.add(new Declaration(property, value));
			}
		}
		return new Declarations(all);
	}

	/**
	 * Whether it takes what it is said of out of its place, upon what stands beside it.
	 */
	boolean move() {
		return this.all.stream().anyMatch(Declaration::moves);
	}

	/** Whether what does not fit into a size of it is cut off. */
	static boolean cut(List<Declarations> says) {
		var hides = says.stream()
			.flatMap((one) -> one.values(OVERFLOW).stream())
			.anyMatch((value) -> value.contains("hidden") || value.contains("clip"));
		return hides && says.stream()
			.flatMap((one) -> one.all().stream())
			.anyMatch((one) -> SIZES.contains(one.property()) && FIXED.matcher(one.value()).matches()
					|| one.property().equals("white-space") && one.value().contains("nowrap"));
	}

	/** Whether words are seen under it as they stand, as far as colours do not matter. */
	boolean areHarmless() {
		return this.all.stream().allMatch(Declaration::isHarmless);
	}

	List<String> values(Set<String> properties) {
		return this.all.stream().filter((one) -> properties.contains(one.property())).map(Declaration::value).toList();
	}

}
