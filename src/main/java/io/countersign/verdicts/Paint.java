package io.countersign.verdicts;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A colour, each part from 0 to 255. */
record Paint(int red, int green, int blue) {

	static final Paint BLACK = new Paint(0, 0, 0);

	static final Paint WHITE = new Paint(255, 255, 255);

	/** Of WCAG 2; what differs less cannot be told apart. Yellow on white has 1.07. */
	private static final double LEAST_CONTRAST = 1.5;

	private static final Pattern HEX = Pattern.compile("#(?:[0-9a-f]{3}|[0-9a-f]{6})");

	private static final Pattern PARTS = Pattern.compile(
			"rgba?\\(\\s*+(\\d{1,3}+)[\\s,]++(\\d{1,3}+)[\\s,]++(\\d{1,3}+)(?:\\s*+[,/]\\s*+1(?:\\.0++)?)?\\s*+\\)");

	private static final Map<String, String> NAMES = Map.ofEntries(Map.entry("black", "#000"),
			Map.entry("white", "#fff"), Map.entry("red", "#f00"), Map.entry("blue", "#00f"),
			Map.entry("green", "#008000"), Map.entry("navy", "#000080"), Map.entry("maroon", "#800000"),
			Map.entry("purple", "#800080"), Map.entry("teal", "#008080"), Map.entry("olive", "#808000"),
			Map.entry("gray", "#808080"), Map.entry("grey", "#808080"), Map.entry("silver", "#c0c0c0"),
			Map.entry("yellow", "#ff0"), Map.entry("lime", "#0f0"), Map.entry("aqua", "#0ff"),
			Map.entry("cyan", "#0ff"), Map.entry("fuchsia", "#f0f"), Map.entry("magenta", "#f0f"),
			Map.entry("orange", "#ffa500"), Map.entry("darkblue", "#00008b"), Map.entry("darkgreen", "#006400"),
			Map.entry("darkred", "#8b0000"), Map.entry("brown", "#a52a2a"), Map.entry("crimson", "#dc143c"));

	private static final Set<String> NONE = Set.of("", "inherit", "initial", "unset", "revert", "auto", "none",
			"-webkit-standard");

	/** The colours that words have by themselves, and those of the ground below them. */
	private static final Set<String> OF_WORDS = Set.of("windowtext", "canvastext", "currentcolor");

	private static final Set<String> OF_GROUND = Set.of("window", "canvas", "transparent");

	/**
	 * Whether it is no colour of its own; words have none of the ground's, nor it theirs.
	 */
	static boolean isNone(String value, boolean ofWords) {
		return NONE.contains(value) || (ofWords ? OF_WORDS : OF_GROUND).contains(value);
	}

	/** Nothing where it is no colour we can tell. */
	static Optional<Paint> of(String value) {
		var plain = NAMES.getOrDefault(value, value);
		if (HEX.matcher(plain).matches()) {
			var digits = plain.substring(1);
			var six = (digits.length() == 3) ? digits.replaceAll(".", "$0$0") : digits;
			var all = Integer.parseInt(six, 16);
			return Optional.of(new Paint(all >> 16, all >> 8 & 0xff, all & 0xff));
		}
		var parts = PARTS.matcher(plain);
		return parts.matches()
				? Optional.of(new Paint(part(parts.group(1)), part(parts.group(2)), part(parts.group(3))))
				: Optional.empty();
	}

	boolean isSeenOn(Paint ground) {
		var lighter = Math.max(luminance(), ground.luminance());
		var darker = Math.min(luminance(), ground.luminance());
		return (lighter + 0.05) / (darker + 0.05) >= LEAST_CONTRAST;
	}

	private double luminance() {
		return 0.2126 * linear(this.red) + 0.7152 * linear(this.green) + 0.0722 * linear(this.blue);
	}

	private static double linear(int part) {
		var share = part / 255.0;
		return (share <= 0.04045) ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
	}

	private static int part(String digits) {
		return Math.min(255, Integer.parseInt(digits));
	}

}
