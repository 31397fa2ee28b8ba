package io.countersign.reading;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** The words of a sentence, seen from the day on which it was written. */
record DatedWords(DateBook book, String text, Words words, LocalDateTime sent) {

	LocalDate today() {
		return this.sent.toLocalDate();
	}

	/** The longest phrase of a section at a word. */
	Optional<DateBook.Hit> at(String section, int from) {
		return this.book.at(section, this.words, from);
	}

	/** How many words such a phrase covers there, or none. */
	int lengthAt(String section, int from) {
		return at(section, from).map(DateBook.Hit::words).orElse(0);
	}

	String word(int at) {
		return (at >= 0 && at < this.words.size()) ? this.words.at(at) : "-";
	}

	boolean isLast(int at) {
		return at + 1 >= this.words.size();
	}

	/** Whether one of these signs stands directly behind a word. */
	boolean isFollowedBy(String signs, int at) {
		var end = this.words.endOf(at);
		return end < this.text.length() && signs.indexOf(this.text.charAt(end)) >= 0;
	}

	/**
	 * The first number among words, in digits or written out; one where there is none.
	 */
	int numberIn(int from, int to) {
		for (var i = from; i < to; i++) {
			if (word(i).matches("\\d{1,3}")) {
				return Integer.parseInt(word(i));
			}
			var count = at("count", i);
			if (count.isPresent()) {
				return count.get().number();
			}
		}
		return 1;
	}

	/** What a phrase means, or the number in it where it means just that. */
	int numberOf(DateBook.Hit hit, int from) {
		return hit.meaning().equals("count") ? numberIn(from, from + hit.words()) : hit.number();
	}

	int yearAt(int at) {
		return word(at).matches("20\\d\\d") ? 1 : 0;
	}

	/** The year that stands there, or none. */
	int year(int at) {
		return (yearAt(at) > 0) ? Integer.parseInt(word(at)) : 0;
	}

}
