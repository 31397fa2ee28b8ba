package io.countersign.reading;

/**
 * Which words of what was asked may stand in an answer to say what it is about. In front
 * of the yes there may be somebody else who decides: "the council approved".
 */
final class Topics {

	private static final int SHORT = 5;

	private final WordLists lists;

	private final boolean any;

	/**
	 * @param any false for a faint yes, which is about nothing in particular: "good
	 * question" is none
	 */
	Topics(WordLists lists, boolean any) {
		this.lists = lists;
		this.any = any;
	}

	boolean mayBe(Words words, int at) {
		return this.any && words.isAsked(at) && isTopic(words.at(at)) && !isAttributed(words, at)
				&& !isOtherPerson(words, at);
	}

	private boolean isTopic(String word) {
		return word.length() >= SHORT && !this.lists.has("turning", word);
	}

	/** "Approved supplier" tells what a supplier is, and approves nothing. */
	private boolean isAttributed(Words words, int at) {
		return at > 0 && !words.isBehindCut(at) && this.lists.has("attributive", words.at(at - 1));
	}

	/** "A yes from Bob". */
	private boolean isOtherPerson(Words words, int at) {
		return at > 0 && words.isName(at) && this.lists.has("beside", words.at(at - 1));
	}

}
