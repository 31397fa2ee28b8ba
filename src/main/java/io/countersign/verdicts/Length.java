package io.countersign.verdicts;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How large or how far away something is shown, by a value of a style. */
final class Length {

	private static final double LEAST_SHARE = 0.5;

	private static final double LEAST_PIXELS = 5;

	private static final double FARTHEST_BACK = -80;

	private static final double FARTHEST_OFF = 800;

	/** Letters nearer than that lie upon each other. */
	private static final double NEAREST_LETTERS = -2;

	private static final double LETTER = 16;

	private static final Pattern SIZE = Pattern
		.compile("(?<![a-z0-9.#-])([+-]?(?:\\d{1,7}+(?:\\.\\d{0,9}+)?|\\.\\d{1,9}+)(?:e-?\\d{1,3}+)?)([a-z%]*+)");

	private static final Set<String> OF_THOSE_AROUND = Set.of("em", "%", "ex", "ch");

	private static final Pattern LINE_HEIGHT = Pattern.compile("/\\s*+\\S++");

	private Length() {
	}

	/** Every number in it is large enough for words to be read. */
	static boolean isReadable(String property, String value) {
		var height = property.startsWith("line-height");
		var letters = height || property.startsWith("font");
		return SIZE.matcher(LINE_HEIGHT.matcher(value).replaceFirst(""))
			.results()
			.allMatch((size) -> (height && size.group(2).isEmpty()) ? number(size) >= LEAST_SHARE
					: pixels(size, letters) >= LEAST_PIXELS);
	}

	/** Nothing in it moves words out of sight. */
	static boolean isNear(String property, String value) {
		var least = property.equals("letter-spacing") ? NEAREST_LETTERS : FARTHEST_BACK;
		return SIZE.matcher(value)
			.results()
			.mapToDouble((size) -> pixels(size, false))
			.allMatch((pixels) -> pixels >= least && pixels <= FARTHEST_OFF);
	}

	/** A share of what lies behind it is seen through it, and not too much. */
	static boolean isSolid(String value) {
		return SIZE.matcher(value)
			.results()
			.allMatch((size) -> number(size) * (size.group(2).equals("%") ? 0.01 : 1) >= LEAST_SHARE);
	}

	/** How much of an element is left. */
	static double share(String value) {
		return SIZE.matcher(value)
			.results()
			.mapToDouble((size) -> number(size) * (size.group(2).equals("%") ? 0.01 : 1))
			.min()
			.orElse(1);
	}

	/** How large letters are beside those around them; 1 where that is not said. */
	static double shareOfLetters(String value) {
		return SIZE.matcher(LINE_HEIGHT.matcher(value).replaceFirst(""))
			.results()
			.filter((size) -> OF_THOSE_AROUND.contains(size.group(2)))
			.mapToDouble((size) -> Math.min(1, number(size) * switch (size.group(2)) {
				case "%" -> 0.01;
				case "ex", "ch" -> 0.5;
				default -> 1;
			}))
			.min()
			.orElse(1);
	}

	private static double pixels(MatchResult size, boolean ofLetters) {
		return number(size) * switch (size.group(2)) {
			case "", "px" -> 1;
			case "pt" -> 4.0 / 3;
			case "cm" -> 38;
			case "mm" -> 3.8;
			case "in" -> 96;
			case "%", "vw", "vh" -> ofLetters ? LETTER / 100 : LEAST_PIXELS;
			default -> LETTER;
		};
	}

	private static double number(MatchResult size) {
		return Double.parseDouble(size.group(1));
	}

}
