package io.countersign.reading;

/**
 * What a vocabulary tells of a word at a glance.
 *
 * @param phrases how many the vocabulary had, for it may get more
 * @param sections a bit for each section the word may stand in
 * @param beginnings a bit for each section of which a phrase may begin with the word
 */
record Glance(Vocabulary vocabulary, int phrases, long sections, long beginnings) {

	/** Whether it is what that vocabulary tells, now that it has so many phrases. */
	boolean isOf(Vocabulary other) {
		return this.vocabulary == other && this.phrases == other.phrases();
	}

}
