package io.countersign.reading;

import java.util.function.Predicate;

/**
 * A clause put together of small parts: phrases that carry its meaning and phrases that
 * change nothing, in whatever order people write them. Nothing else may stand in it.
 */
final class Composition {

	private static final int SHORT = 5;

	private final PhraseSection carrying;

	private final PhraseSection light;

	private final Predicate<String> nameable;

	/**
	 * @param nameable whether a word of what was asked may stand in it to say what it is
	 * about
	 */
	Composition(PhraseSection carrying, PhraseSection light, Predicate<String> nameable) {
		this.carrying = carrying;
		this.light = light;
		this.nameable = nameable;
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
				carried |= ((carried & here) != 0) ? beyond | (isTopic(words, at) ? here << 1 : 0) : 0;
				carried |= this.carrying.behind(at, words);
			}
		}
		return (carried & words.end()) != 0;
	}

	/**
	 * A longer word of what was asked names what the clause is about. In front it may be
	 * somebody else who decides: "the council approved".
	 */
	private boolean isTopic(Words words, int at) {
		return words.isAsked(at) && words.at(at).length() >= SHORT && this.nameable.test(words.at(at));
	}

}
