package io.countersign.reading;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.countersign.reading.Glossary.Gloss;
import io.countersign.reading.Glossary.Glossed;

/**
 * What is looked at in the senses of words: each, its neighbours, and the shape that the
 * kinds of words give a sentence. What is learnt in one language is known in all.
 */
final class GlossFeatures {

	private static final String SENSE = "·";

	private static final String SHAPE = "%";

	private static final String ASKED = "@";

	/** Of these kinds, each sense gives a sentence another shape. */
	private static final Set<String> TOLD_APART = Set.of("FN", "MODAL", "LIMIT", "YES", "NO", "LATER", "BE", "AGREE",
			"REFUSE", "STANCE");

	/** A sentence of so many words has a shape of its own. */
	private static final int LONGEST_SHAPE = 6;

	/** Shorter words stand in every request. */
	private static final int SHORTEST_ASKED = 4;

	private GlossFeatures() {
	}

	static void add(Words words, Glossary glossary, Features features) {
		var glossed = glossary.of(words);
		var senses = glossed.stream().map((one) -> sense(words, one)).toList();
		var shapes = glossed.stream().map((one) -> shape(words, one)).toList();
		senses.forEach(features::add);
		shapes.forEach(features::add);
		features.addPairs(senses.size(), senses::get);
		features.addPairs(shapes.size(), shapes::get);
		features.addTriples(shapes.size(), shapes::get);
		if (shapes.size() <= LONGEST_SHAPE) {
			features.add(whole(shapes));
		}
	}

	private static String whole(List<String> shapes) {
		return shapes.stream().collect(Collectors.joining(" ", "=", ""));
	}

	private static String sense(Words words, Glossed one) {
		return SENSE + one.gloss().map(Gloss::name).orElseGet(() -> unknown(words, one.from()));
	}

	private static String shape(Words words, Glossed one) {
		var isAsked = words.at(one.from()).length() >= SHORTEST_ASKED && words.isAsked(one.from());
		return SHAPE + (isAsked ? ASKED : "")
				+ one.gloss()
					.map((gloss) -> TOLD_APART.contains(gloss.kind()) ? gloss.name() : gloss.kind())
					.orElseGet(() -> unknown(words, one.from()));
	}

	private static String unknown(Words words, int at) {
		if (Character.isDigit(words.at(at).charAt(0))) {
			return Features.NUMBER;
		}
		return words.isName(at) ? "name" : "any";
	}

}
