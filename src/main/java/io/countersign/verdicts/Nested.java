package io.countersign.verdicts;

import java.util.List;
import java.util.Set;

import org.jsoup.nodes.Element;

/**
 * What an element makes of the words in it. Sizes and shades that stand within each other
 * come to their product: each of them can be read, and all of them together cannot.
 *
 * @param size of its letters beside those around it
 * @param shade how much of it is seen
 * @param pictures whether its font shows something else than letters
 */
record Nested(double size, double shade, boolean pictures) {

	static final Nested NOTHING = new Nested(1, 1, false);

	private static final Set<String> SMALLER = Set.of("small", "sub", "sup");

	/** Of CSS, for an element and for the word "smaller". */
	private static final double STEP = 0.83;

	private static final double LEAST = 0.45;

	static Nested of(Element element, List<Declarations> styles) {
		var size = SMALLER.contains(element.normalName()) ? STEP : 1;
		var shade = 1.0;
		for (var says : styles) {
			for (var one : says.all()) {
				switch (one.property()) {
					case "font-size", "font" ->
						size *= one.value().contains("smaller") ? STEP : Length.shareOfLetters(one.value());
					case "opacity" -> shade *= Length.share(one.value());
					default -> {
					}
				}
			}
		}
		return new Nested(size, shade, Fonts.arePictures(element, styles));
	}

	/** The same within another. */
	Nested in(Nested outer) {
		return new Nested(this.size * outer.size, this.shade * outer.shade, this.pictures || outer.pictures);
	}

	boolean isSeen() {
		return this.size >= LEAST && this.shade >= LEAST;
	}

}
