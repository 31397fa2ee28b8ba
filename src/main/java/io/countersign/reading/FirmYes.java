package io.countersign.reading;

/**
 * A clause that says yes in so many words ("I endorse the plan as the team drew it"):
 * what stands behind the yes may hold a few words nobody listed, as long as none of them
 * turns a meaning, names somebody or a number, or speaks of a part only.
 */
final class FirmYes {

	private static final int MOST_UNKNOWN = 2;

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
		var behind = new long[MOST_UNKNOWN + 1];
		for (var at = 0; at < words.size(); at++) {
			var here = 1L << at;
			if ((front & here) != 0) {
				front |= this.light.behind(at, words);
				behind[0] |= this.carrying.behind(at, words);
			}
			for (var unknown = 0; unknown <= MOST_UNKNOWN; unknown++) {
				if ((behind[unknown] & here) != 0) {
					step(words, at, behind, unknown);
				}
			}
		}
		return (behind[0] | behind[1] | behind[2]) >> words.size() != 0;
	}

	private void step(Words words, int at, long[] behind, int unknown) {
		behind[unknown] |= this.light.behind(at, words) | this.carrying.behind(at, words);
		if (isHarmless(words, at)) {
			behind[unknown] |= 2L << at;
		}
		else if (unknown < MOST_UNKNOWN && isUnknown(words, at)) {
			behind[unknown + 1] |= 2L << at;
		}
	}

	private boolean isHarmless(Words words, int at) {
		return isUnknown(words, at) && (words.isAsked(at) || this.lists.has("everyday", words.at(at)));
	}

	/** Not one of the words that say more than a name of something. */
	private boolean isUnknown(Words words, int at) {
		var word = words.at(at);
		return !words.isName(at) && (!Character.isDigit(word.charAt(0)) || words.isAsked(at))
				&& Character.isLetterOrDigit(word.charAt(0)) && !has("turning", word) && !has("denying", word)
				&& !has("altering", word) && !has("aspect", word) && !has("offering", word) && !has("attributive", word)
				&& !has("praising", word);
	}

	private boolean has(String list, String word) {
		return this.lists.has(list, word);
	}

}
