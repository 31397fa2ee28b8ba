package io.countersign.verdicts;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/**
 * What sizes and shades come to that stand within each other: each of them can be read,
 * and all of them together cannot.
 */
final class Nested {

	private static final Set<String> SMALLER = Set.of("small", "sub", "sup");

	/** Of CSS, for an element and for the word "smaller". */
	private static final double STEP = 0.83;

	private static final double LEAST = 0.45;

	private Nested() {
	}

	static boolean shows(TextNode words, Function<Element, List<Declarations>> styles) {
		var size = 1.0;
		var shade = 1.0;
		for (var around = words.parent(); around instanceof Element element; around = element.parent()) {
			size *= SMALLER.contains(element.normalName()) ? STEP : 1;
			for (var says : styles.apply(element)) {
				size *= product(says, "font-size") * product(says, "font");
				shade *= product(says, "opacity");
			}
		}
		return size >= LEAST && shade >= LEAST;
	}

	private static double product(Declarations says, String property) {
		return says.values(Set.of(property))
			.stream()
			.mapToDouble((value) -> property.equals("opacity") ? Length.share(value)
					: value.contains("smaller") ? STEP : Length.shareOfLetters(value))
			.reduce(1, (one, other) -> one * other);
	}

}
