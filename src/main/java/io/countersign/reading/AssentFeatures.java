package io.countersign.reading;

import java.util.Set;

/**
 * What is looked at in an answer to find a yes: its words, and the same with a sign in
 * place of each that was asked, so that "hire her" and "book the bus" look alike.
 */
final class AssentFeatures {

	private static final String ASKED = "@";

	/** Shorter words stand in every request. */
	private static final int SHORTEST_ASKED = 4;

	private static final int MOST_COUNTED = 5;

	private AssentFeatures() {
	}

	static Set<String> of(Words words, Glossary glossary) {
		var features = new Features();
		for (var i = 0; i < words.size(); i++) {
			features.addWord(plain(words, i));
			features.add(sign(words, i));
		}
		features.addPairs(words.size(), (at) -> plain(words, at));
		features.addPairs(words.size(), (at) -> sign(words, at));
		features.addTriples(words.size(), (at) -> sign(words, at));
		count(words, features);
		GlossFeatures.add(words, glossary, features);
		return features.all();
	}

	/** How much of it was asked for, and how much is new. */
	private static void count(Words words, Features features) {
		var asked = 0;
		var added = 0;
		for (var i = 0; i < words.size(); i++) {
			var isAsked = sign(words, i).startsWith(ASKED);
			asked += isAsked ? 1 : 0;
			added += (!isAsked && (words.at(i).length() > SHORTEST_ASKED || isNumber(words, i))) ? 1 : 0;
		}
		features.add("=asked " + Math.min(asked, MOST_COUNTED));
		features.add("=new " + Math.min(added, MOST_COUNTED));
		features.add("=length " + Math.min(words.size() / 2, MOST_COUNTED));
		if (asked > 0 && added == 0) {
			features.add("=only asked");
		}
	}

	private static String sign(Words words, int at) {
		if (isNumber(words, at)) {
			return words.isAsked(at) ? ASKED + Features.NUMBER : Features.NUMBER;
		}
		return (words.at(at).length() >= SHORTEST_ASKED && words.isAsked(at)) ? ASKED : words.at(at);
	}

	private static String plain(Words words, int at) {
		return isNumber(words, at) ? Features.NUMBER : words.at(at);
	}

	private static boolean isNumber(Words words, int at) {
		return Character.isDigit(words.at(at).charAt(0));
	}

}
