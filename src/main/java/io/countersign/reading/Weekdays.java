package io.countersign.reading;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.Set;

/** Days said by their place in a week: "Friday", "Tuesday in week 49", "week 50". */
final class Weekdays {

	/** "Friday in week 48", whatever the language. */
	private static final Set<String> LINKS = Set.of("i", "in", "of", "der");

	private final DatedWords sentence;

	private final WrittenDates dates;

	Weekdays(DatedWords sentence, WrittenDates dates) {
		this.sentence = sentence;
		this.dates = dates;
	}

	Optional<Moment> weekday(int from) {
		var next = this.sentence.lengthAt("next", from);
		return this.sentence.at("weekday", from + next).map((hit) -> {
			var to = from + next + hit.words();
			return dateBehind(to).map((date) -> new Moment(from, date.to(), date.day(), date.time()))
				.orElseGet(() -> at(weekday(from, to, DayOfWeek.of(hit.number()), next > 0), from + next));
		});
	}

	/** "Freitagmittag" says both in one word. */
	private Moment at(Moment day, int from) {
		var time = this.sentence.at("weekday noon", from).map((hit) -> LocalTime.parse(hit.meaning()));
		return new Moment(day.from(), day.to(), day.day(), time);
	}

	/** "Friday the 25th", "fredag den 25. september", "Fri, 25/9". */
	private Optional<Moment> dateBehind(int to) {
		return this.dates.at(to)
			.filter((date) -> date.day()
				.filter((day) -> !day.isBefore(this.sentence.today().minusDays(WrittenDates.RECENT)))
				.isPresent());
	}

	private Moment weekday(int from, int to, DayOfWeek weekday, boolean next) {
		var behind = this.sentence.at("next week", to);
		var monday = this.sentence.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		if (behind.isPresent()) {
			return Moment.ofDay(from, to + behind.get().words(),
					monday.plusWeeks(1).with(TemporalAdjusters.nextOrSame(weekday)));
		}
		var at = to + (LINKS.contains(this.sentence.word(to)) ? 1 : 0);
		var week = this.sentence.at("week", at);
		if (week.isPresent()) {
			var end = at + week.get().words();
			return Moment.ofDay(from, end,
					weekOf(this.sentence.numberIn(to, end)).with(TemporalAdjusters.nextOrSame(weekday)));
		}
		var day = this.sentence.today().with(TemporalAdjusters.next(weekday));
		return Moment.ofDay(from, to, next && sameWeek(day) ? day.plusWeeks(1) : day);
	}

	private boolean sameWeek(LocalDate day) {
		return day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == this.sentence.today()
			.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
	}

	Optional<Moment> week(int from) {
		return this.sentence.at("week", from).flatMap((hit) -> {
			var to = from + hit.words();
			var week = this.sentence.numberIn(from, to);
			var behind = this.sentence.at("weekday", to);
			return (week < 1 || week > 53) ? Optional.empty()
					: Optional.of(Moment.ofDay(from, to + behind.map(DateBook.Hit::words).orElse(0),
							weekOf(week).plusDays(behind.map(DateBook.Hit::number).orElse(hit.number()) - 1L)));
		});
	}

	/** The Monday of the next week with that number, this week included. */
	private LocalDate weekOf(int number) {
		var monday = this.sentence.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		for (var weeks = 0; weeks < 54; weeks++) {
			if (monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == number) {
				return monday;
			}
			monday = monday.plusWeeks(1);
		}
		return this.sentence.today();
	}

}
