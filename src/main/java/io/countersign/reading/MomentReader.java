package io.countersign.reading;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

	/**
	 * @param earlier the last day that was named before, which "the day before" counts
	 * from
	 */
	List<Moment> read(String text, Words written, LocalDateTime sent, Optional<LocalDate> earlier) {
		var words = this.book.corrected(written);
		if (!this.book.mayNameADay(words)) {
			return List.of();
		}
		var days = new DayReader(new DatedWords(this.book, text, words, sent));
		var times = new TimeReader(this.book, words);
		var changes = new ChangesOfMind(this.book, words);
		var found = new ArrayList<Moment>();
		for (var at = 0; at < words.size();) {
			if (!this.book.mayBeginAt(at, words)) {
				at++;
				continue;
			}
			var from = at;
			var named = last(found).or(() -> earlier);
			var moment = days.at(at)
				.or(() -> relative(days, words, from, named))
				.or(() -> times.at(from))
				.or(() -> behindADay(found, times, from));
			moment.ifPresent((one) -> add(found, one, changes, days));
			at = moment.map(Moment::to).orElse(at + 1);
		}
		return dated(found);
	}

	/** "The day before Easter", and "the day before" where a day has been named. */
	private Optional<Moment> relative(DayReader days, Words words, int from, Optional<LocalDate> named) {
		return this.book.at("relative", words, from).flatMap((hit) -> {
			var to = from + hit.words();
			var behind = (to < words.size()) ? days.at(to) : Optional.<Moment>empty();
			return behind.flatMap(Moment::day)
				.or(() -> named)
				.map((day) -> Moment.ofDay(from, behind.map(Moment::to).orElse(to), day.plusDays(hit.number())));
		});
	}

	/** "Friday 14.30", "tomorrow at nine". */
	private static Optional<Moment> behindADay(List<Moment> found, TimeReader times, int from) {
		return found.stream()
			.filter((moment) -> moment.to() == from && moment.day().isPresent() && moment.time().isEmpty())
			.flatMap((_) -> times.behindADay(from).stream())
			.findFirst();
	}

	private static Optional<LocalDate> last(List<Moment> found) {
		return found.reversed().stream().flatMap((moment) -> moment.day().stream()).findFirst();
	}

	private static void add(List<Moment> found, Moment moment, ChangesOfMind changes, DayReader days) {
		if (found.isEmpty()) {
			found.add(moment);
			return;
		}
		var last = found.getLast();
		var isNear = moment.from() - last.to() <= NEAR;
		if (isNear && last.day().isPresent() && days.endOfDay(moment.from()) > 0) {
			found.set(found.size() - 1, last.until(moment.to()));
		}
		else if (last.to() == moment.from() && last.time().isPresent() && moment.day().isEmpty()) {
			found.set(found.size() - 1, last.until(moment.to()));
		}
		else if (isNear && last.completes(moment)) {
			found.set(found.size() - 1, last.with(moment));
		}
		else {
			changes.instead(last, moment)
				.ifPresentOrElse((instead) -> found.set(found.size() - 1, instead), () -> found.add(moment));
		}
	}

	/** A time of its own belongs to the day named before it. */
	private static List<Moment> dated(List<Moment> found) {
		var dated = new ArrayList<Moment>();
		for (var moment : found) {
			dated.add(new Moment(moment.from(), moment.to(), moment.day().or(() -> last(dated)), moment.time()));
		}
		return dated;
	}

}
