package io.countersign.reading;

/**
 * A clause put together of small parts: phrases that carry its meaning and phrases that
 * change nothing, in whatever order people write them. Nothing else may stand in it.
 */
final class Composition {

	private final PhraseSection carrying;

	private final PhraseSection light;

	private final Topics topics;

	/**
	 * @param topics which words of what was asked may stand in it to say what it is about
	 */
	Composition(PhraseSection carrying, PhraseSection light, Topics topics) {
		this.carrying = carrying;
		this.light = light;
		this.topics = topics;
	}

	/** Whether the words are all accounted for, and one of them carries the meaning. */
	boolean covers(Words words) {
		var light = 1L;
		var carried = 0L;
		for (var at = 0; at < words.size(); at++) {
			var here = 1L << at;
			if (((light | carried) & here) != 0) {
				var beyond = this.light.behind(at, words);
				light |= ((light & here) != 0) ? beyond : 0;
				carried |= ((carried & here) != 0) ? beyond | (this.topics.mayBe(words, at) ? here << 1 : 0) : 0;
				carried |= this.carrying.behind(at, words);
			}
		}
		return (carried & words.end()) != 0;
	}

}
