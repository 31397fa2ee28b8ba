package io.countersign.reading;

import java.util.Set;

/** What is looked at in words beside a yes: they themselves and their neighbours. */
final class RemarkFeatures {

	private RemarkFeatures() {
	}

	static Set<String> of(Words words, Glossary glossary) {
		var features = new Features();
		for (var i = 0; i < words.size(); i++) {
			features.addWord(shape(words.at(i)));
		}
		features.addPairs(words.size(), (at) -> shape(words.at(at)));
		features.addPairs(words.size(), "~", (at) -> Features.stem(shape(words.at(at))));
		GlossFeatures.add(words, glossary, features);
		return features.all();
	}

	/** All numbers alike. */
	private static String shape(String word) {
		return Character.isDigit(word.charAt(0)) ? Features.NUMBER : word;
	}

}
