package io.countersign.reading;

/**
 * A clause that says yes in so many words ("I endorse the plan of the team"): behind the
 * yes stands only what was asked, and everyday words of which none turns a meaning, names
 * somebody or a number, or speaks of a part only.
 */
final class FirmYes {

	private final PhraseSection carrying;

	private final PhraseSection light;

	private final WordLists lists;

	FirmYes(PhraseSection carrying, PhraseSection light, WordLists lists) {
		this.carrying = carrying;
		this.light = light;
		this.lists = lists;
	}

	boolean covers(Words words) {
		var front = 1L;
		var behind = 0L;
		for (var at = 0; at < words.size(); at++) {
			var here = 1L << at;
			if ((front & here) != 0) {
				front |= this.light.behind(at, words);
				behind |= this.carrying.behind(at, words);
			}
			if ((behind & here) != 0) {
				behind |= this.light.behind(at, words) | this.carrying.behind(at, words);
				behind |= isHarmless(words, at) ? 2L << at : 0;
			}
		}
		return behind >> words.size() != 0;
	}

	private boolean isHarmless(Words words, int at) {
		return (words.isAsked(at) || has("everyday", words.at(at))) && !saysMore(words, at);
	}

	/** Whether the word may say more than what was asked is called. */
	private boolean saysMore(Words words, int at) {
		var word = words.at(at);
		return words.isName(at) || Character.isDigit(word.charAt(0)) && !words.isAsked(at)
				|| !Character.isLetterOrDigit(word.charAt(0)) || has("turning", word) || has("denying", word)
				|| has("altering", word) || has("aspect", word) || has("offering", word) || has("attributive", word)
				|| has("praising", word);
	}

	private boolean has(String list, String word) {
		return this.lists.has(list, word);
	}

}
