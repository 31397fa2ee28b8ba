package io.countersign.reading;

/**
 * What people say beside an answer: that something pleases, how the day went. It is told
 * by its words alone, so each of them must be known to decide nothing.
 */
final class SmallTalk {

	/**
	 * "Pia has done a great job" speaks of somebody; "Pia's" alone may be who decides.
	 */
	private static final int LEAST_ABOUT_SOMEBODY = 4;

	private final WordLists lists;

	SmallTalk(WordLists lists) {
		this.lists = lists;
	}

	/**
	 * Whether the words say that something pleases, and nothing else: of what they speak
	 * of, the question has spoken before.
	 */
	boolean praises(Words words) {
		var pleasing = 0;
		for (var i = 0; i < words.size(); i++) {
			var word = words.at(i);
			if (has("denying", word) || has("altering", word)) {
				return false;
			}
			pleasing += has("praising", word) ? 1 : 0;
			if (!has("praising", word) && !has("plain", word) && !isTopic(words, i)) {
				return false;
			}
		}
		return pleasing > 0;
	}

	/**
	 * Whether the words tell of everyday things: something was, happened or pleased, to
	 * nobody who is spoken to, and no word says what is to be done or who decides.
	 */
	boolean chats(Words words) {
		var told = false;
		for (var i = 0; i < words.size(); i++) {
			var word = words.at(i);
			if (has("denying", word) || has("altering", word)) {
				return false;
			}
			told |= has("happening", word) || has("praising", word) || (has("being", word) && begins(words));
			if (!isEveryday(word) && !isSomebody(words, i) && !isMatter(words, i)) {
				return false;
			}
		}
		return told && words.size() > 1 && !has("addressed", words.at(0));
	}

	/** "She has", "the figures are", "been": no order begins so. */
	private boolean begins(Words words) {
		return has("subject", words.at(0)) || has("happening", words.at(0)) || isMatter(words, 0);
	}

	private boolean isEveryday(String word) {
		return has("everyday", word) || has("happening", word) || has("praising", word) || has("plain", word);
	}

	private boolean isSomebody(Words words, int at) {
		return at == 0 && words.size() >= LEAST_ABOUT_SOMEBODY && words.isCapital(0) && !has("turning", words.at(0))
				&& !has("attributive", words.at(0));
	}

	/**
	 * "Approved" may stand in what was asked, and still says more than what it is about.
	 */
	private boolean isMatter(Words words, int at) {
		return isTopic(words, at) && !has("attributive", words.at(at)) && !Character.isDigit(words.at(at).charAt(0));
	}

	private boolean isTopic(Words words, int at) {
		var word = words.at(at);
		return words.isAsked(at) && !has("turning", word) && !has("offering", word) && !has("aspect", word)
				&& !word.equals("?");
	}

	private boolean has(String list, String word) {
		return this.lists.has(list, word);
	}

}
