package io.countersign.reading;

/**
 * How one language speaks of being away, from the file {@code absences/<code>.txt}, and
 * of days.
 */
record AbsenceWords(Phrasebook book, DateBook dates) {

	/** So many words lead to a day. */
	private static final int LONGEST_LEAD = 7;

	static AbsenceWords of(Language language) {
		return new AbsenceWords(Phrasebook.of("absences", language.code()), DateBook.of(language.code()));
	}

	boolean speaksOf(String section, Words words) {
		return this.book.in(section, words).isPresent();
	}

	/** Whether a phrase of the section ends right before that word. */
	boolean leadsTo(String section, Words words, int at) {
		for (var from = Math.max(0, at - LONGEST_LEAD); from < at; from++) {
			if (this.book.whole(section, words.part(from, at)).isPresent()) {
				return true;
			}
		}
		return false;
	}

	boolean is(String section, Words words, int at) {
		return at < words.size() && this.book.whole(section, words.part(at, at + 1)).isPresent();
	}

	/** How many words the longest phrase of the section covers that begins there. */
	int lengthAt(String section, Words words, int at) {
		if (at >= words.size()) {
			return 0;
		}
		var rest = words.part(at, words.size());
		return this.book.section(section).stream().mapToInt((phrase) -> phrase.lengthAtStart(rest)).max().orElse(0);
	}

}
