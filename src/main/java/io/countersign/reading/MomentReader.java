package io.countersign.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds every day and time a sentence names; a day and a time that stand together are
 * one.
 */
final class MomentReader {

	/** "Fredag senest kl. 12": so many words may stand between. */
	private static final int NEAR = 2;

	private final DateBook book;

	MomentReader(DateBook book) {
		this.book = book;
	}

	List<Moment> read(String text, Words words, LocalDate today) {
		if (!this.book.mayNameADay(words)) {
			return List.of();
		}
		var days = new DayReader(new DatedWords(this.book, text, words, today));
		var times = new TimeReader(this.book, words);
		var found = new ArrayList<Moment>();
		for (var at = 0; at < words.size();) {
			var from = at;
			var moment = days.at(at).or(() -> times.at(from));
			moment.ifPresent((one) -> add(found, one));
			at = moment.map(Moment::to).orElse(at + 1);
		}
		return found;
	}

	private static void add(List<Moment> found, Moment moment) {
		var last = found.isEmpty() ? null : found.getLast();
		if (last != null && last.completes(moment) && moment.from() - last.to() <= NEAR) {
			found.set(found.size() - 1, last.with(moment));
		}
		else {
			found.add(moment);
		}
	}

}
