package io.countersign.reading;

/** What is looked at in words beside a yes: they themselves and their neighbours. */
final class RemarkFeatures {

	private static final Fragment STEMS = Fragment.of("~");

	private RemarkFeatures() {
	}

	static Features of(Words words, Glossary glossary) {
		var features = new Features();
		add(words, glossary, features);
		return features;
	}

	static void add(Words words, Glossary glossary, Features features) {
		for (var i = 0; i < words.size(); i++) {
			features.addWord(words.lexeme(i).shape());
		}
		features.addPairs(words.each((at) -> words.lexeme(at).shape().whole()));
		features.addPairs(STEMS, words.each((at) -> words.lexeme(at).shape().stem()));
		GlossFeatures.add(words, glossary, features);
	}

}
