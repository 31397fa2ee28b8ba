package io.countersign.reading;

import java.util.List;

import io.countersign.reading.Glossary.Gloss;
import io.countersign.reading.Glossary.Glossed;

/**
 * What is looked at in the senses of words: each, its neighbours, and the shape that the
 * kinds of words give a sentence. What is learnt in one language is known in all.
 */
final class GlossFeatures {

	private static final Fragment SENSE = Fragment.of("·");

	private static final Fragment SHAPE = Fragment.of("%");

	private static final Fragment ASKED = Fragment.of("%@");

	private static final Fragment WHOLE = Fragment.of("=");

	private static final Fragment SPACE = Fragment.of(" ");

	private static final Fragment NAME = Fragment.of("name");

	private static final Fragment ANY = Fragment.of("any");

	/** A sentence of so many words has a shape of its own. */
	private static final int LONGEST_SHAPE = 6;

	/** Shorter words stand in every request. */
	private static final int SHORTEST_ASKED = 4;

	private GlossFeatures() {
	}

	static void add(Words words, Glossary glossary, Features features) {
		var glossed = words.in(glossary);
		var senses = glossed.stream().map((one) -> sense(words, one)).toList();
		var shapes = glossed.stream().map((one) -> shape(words, one)).toList();
		senses.forEach(features::add);
		shapes.forEach(features::add);
		features.addPairs(senses);
		features.addPairs(shapes);
		features.addTriples(shapes);
		if (shapes.size() <= LONGEST_SHAPE) {
			features.add(whole(shapes));
		}
	}

	private static Fragment whole(List<Fragment> shapes) {
		var whole = WHOLE;
		for (var at = 0; at < shapes.size(); at++) {
			whole = ((at == 0) ? whole : whole.then(SPACE)).then(shapes.get(at));
		}
		return whole;
	}

	private static Fragment sense(Words words, Glossed one) {
		return SENSE.then(one.gloss().map(Gloss::named).orElseGet(() -> unknown(words, one.from())));
	}

	private static Fragment shape(Words words, Glossed one) {
		var isAsked = words.at(one.from()).length() >= SHORTEST_ASKED && words.isAsked(one.from());
		return (isAsked ? ASKED : SHAPE)
			.then(one.gloss().map(Gloss::shape).orElseGet(() -> unknown(words, one.from())));
	}

	private static Fragment unknown(Words words, int at) {
		if (words.lexeme(at).isNumber()) {
			return Lexeme.NUMBER.whole();
		}
		return words.isName(at) ? NAME : ANY;
	}

}
