package io.countersign.reading;

/**
 * What is looked at in an answer to find a yes: its words, and the same with a sign in
 * place of each that was asked, so that "hire her" and "book the bus" look alike.
 */
final class AssentFeatures {

	private static final Fragment ASKED = Fragment.of("@");

	private static final Fragment ASKED_NUMBER = Fragment.of("@#");

	private static final Fragment COUNTED_ASKED = Fragment.of("=asked ");

	private static final Fragment COUNTED_NEW = Fragment.of("=new ");

	private static final Fragment LENGTH = Fragment.of("=length ");

	private static final Fragment ONLY_ASKED = Fragment.of("=only asked");

	/** Shorter words stand in every request. */
	private static final int SHORTEST_ASKED = 4;

	private static final int MOST_COUNTED = 5;

	private AssentFeatures() {
	}

	static Features of(Words words, Glossary glossary) {
		var features = new Features();
		add(words, glossary, features);
		return features;
	}

	static void add(Words words, Glossary glossary, Features features) {
		var plain = words.each((at) -> words.lexeme(at).shape().whole());
		var signs = words.each((at) -> sign(words, at));
		for (var i = 0; i < words.size(); i++) {
			features.addWord(words.lexeme(i).shape());
			features.add(signs.get(i));
		}
		features.addPairs(plain);
		features.addPairs(signs);
		features.addTriples(signs);
		count(words, features);
		GlossFeatures.add(words, glossary, features);
	}

	/** How much of it was asked for, and how much is new. */
	private static void count(Words words, Features features) {
		var asked = 0;
		var added = 0;
		for (var i = 0; i < words.size(); i++) {
			var isAsked = isAsked(words, i);
			asked += isAsked ? 1 : 0;
			added += (!isAsked && (words.at(i).length() > SHORTEST_ASKED || words.lexeme(i).isNumber())) ? 1 : 0;
		}
		features.add(COUNTED_ASKED.then(Fragment.of(Math.min(asked, MOST_COUNTED))));
		features.add(COUNTED_NEW.then(Fragment.of(Math.min(added, MOST_COUNTED))));
		features.add(LENGTH.then(Fragment.of(Math.min(words.size() / 2, MOST_COUNTED))));
		if (asked > 0 && added == 0) {
			features.add(ONLY_ASKED);
		}
	}

	private static boolean isAsked(Words words, int at) {
		return (words.lexeme(at).isNumber() || words.at(at).length() >= SHORTEST_ASKED) && words.isAsked(at);
	}

	private static Fragment sign(Words words, int at) {
		var word = words.lexeme(at);
		if (!isAsked(words, at)) {
			return word.shape().whole();
		}
		return word.isNumber() ? ASKED_NUMBER : ASKED;
	}

}
