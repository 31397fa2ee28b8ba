package io.countersign.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Finds the day a sentence names at a word. */
final class DayReader {

	private final DatedWords sentence;

	private final WrittenDates dates;

	private final Weekdays weekdays;

	private final WeekdayNames names;

	/** The ways of naming a day, the most exact first. */
	private final List<IntFunction<Optional<Moment>>> ways;

	DayReader(DatedWords sentence) {
		this.sentence = sentence;
		this.dates = new WrittenDates(sentence);
		this.names = new WeekdayNames(sentence);
		this.weekdays = new Weekdays(sentence, this.dates);
		var periods = new Periods(sentence, this.dates);
		this.ways = List.of(this.weekdays::ofMonth, this.weekdays::past, this.weekdays::nextWeek,
				this.weekdays::weekday, this.dates::at, periods::ahead, this.weekdays::week, this::day, this::dayEnd,
				periods::month, periods::quarter, periods::lastWorkday, periods::period, periods::feast);
	}

	/** It is asked of many words. */
	Optional<Moment> at(int from) {
		for (var way : this.ways) {
			var found = way.apply(from);
			if (found.isPresent()) {
				return found;
			}
		}
		return Optional.empty();
	}

	private Optional<Moment> day(int from) {
		return this.sentence.at("day", from).map((hit) -> {
			var to = from + hit.words();
			var day = this.sentence.today().plusDays(hit.number());
			return Moment.ofDay(from, explained(to, day), day);
		});
	}

	/**
	 * "Today, Friday", "tomorrow, that is Tuesday the 8th": the weekday says it again.
	 */
	private int explained(int to, LocalDate day) {
		var at = to + this.sentence.lengthAt("that is", to);
		var named = this.names.at(at).filter((name) -> name.weekday() == day.getDayOfWeek());
		var behind = named.map(WeekdayNames.Name::to).orElse(at);
		return this.dates.at(behind)
			.filter((date) -> date.day().filter(day::equals).isPresent())
			.map(Moment::to)
			.orElse(named.isPresent() ? behind : to);
	}

	/** "End of day", "by close of business on Friday". */
	private Optional<Moment> dayEnd(int from) {
		return this.sentence.at("day end", from).map((hit) -> {
			var to = from + hit.words();
			return namedAt(to + this.sentence.lengthAt("on", to))
				.map((day) -> new Moment(from, day.to(), day.day(), day.time()))
				.orElseGet(() -> Moment.ofDay(from, to, this.sentence.today()));
		});
	}

	private Optional<Moment> namedAt(int at) {
		return this.weekdays.weekday(at).or(() -> this.dates.at(at)).or(() -> day(at));
	}

	/** How many words the end of some day takes there, where it names none itself. */
	int endOfDay(int from) {
		return dayEnd(from).filter((moment) -> moment.to() == from + this.sentence.lengthAt("day end", from))
			.map((moment) -> moment.to() - from)
			.orElse(0);
	}

}
