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

	private final WeekdayNames names;

	Weekdays(DatedWords sentence, WrittenDates dates) {
		this.sentence = sentence;
		this.dates = dates;
		this.names = new WeekdayNames(sentence);
	}

	Optional<Moment> weekday(int from) {
		var next = this.sentence.lengthAt("next", from);
		return this.names.at(from + next).map((name) -> {
			var to = name.to();
			return dateBehind(to, name.weekday()).map((date) -> new Moment(from, date.to(), date.day(), date.time()))
				.or(() -> dayBehind(from, to, name.weekday()))
				.orElseGet(() -> at(weekday(from, to, name.weekday(), next > 0), from + next));
		});
	}

	/** "Freitagmittag" says both in one word. */
	private Moment at(Moment day, int from) {
		var time = this.sentence.at("weekday noon", from).map((hit) -> LocalTime.parse(hit.meaning()));
		return new Moment(day.from(), day.to(), day.day(), time);
	}

	/** "Friday the 25th", "fredag den 25. september", "Fri, 25/9". */
	private Optional<Moment> dateBehind(int to, DayOfWeek weekday) {
		return this.dates.at(to, weekday)
			.filter((date) -> date.day()
				.filter((day) -> !day.isBefore(this.sentence.today().minusDays(WrittenDates.RECENT)))
				.isPresent());
	}

	/** "Friday, that is today". */
	private Optional<Moment> dayBehind(int from, int to, DayOfWeek weekday) {
		var at = to + this.sentence.lengthAt("that is", to);
		return this.sentence.at("day", at)
			.map((hit) -> Moment.ofDay(from, at + hit.words(), this.sentence.today().plusDays(hit.number())))
			.filter((moment) -> moment.day().filter((day) -> day.getDayOfWeek() == weekday).isPresent());
	}

	private Moment weekday(int from, int to, DayOfWeek weekday, boolean next) {
		var behind = this.sentence.at("next week", to);
		var monday = monday();
		if (behind.isPresent()) {
			var end = to + behind.get().words();
			return Moment.ofDay(from, end, monday.plusWeeks(this.sentence.numberOf(behind.get(), to))
				.with(TemporalAdjusters.nextOrSame(weekday)));
		}
		var weeks = this.sentence.at("week on", to);
		if (weeks.isPresent()) {
			return Moment.ofDay(from, to + weeks.get().words(),
					this.sentence.today().with(TemporalAdjusters.next(weekday)).plusWeeks(weeks.get().number()));
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

	/** "Next week on Friday". */
	Optional<Moment> nextWeek(int from) {
		return this.sentence.at("next week", from).flatMap((next) -> {
			var to = from + next.words();
			return this.names.at(to + this.sentence.lengthAt("on", to))
				.map((name) -> Moment.ofDay(from, name.to(), monday().plusWeeks(this.sentence.numberOf(next, from))
					.with(TemporalAdjusters.nextOrSame(name.weekday()))));
		});
	}

	/** "Last Friday", "i mandags", "Friday last week", "as we said on Friday". */
	Optional<Moment> past(int from) {
		var last = this.sentence.lengthAt("last", from);
		var said = this.sentence.book().before("said on", this.sentence.words(), from).isPresent();
		return this.names.at(from + last)
			.flatMap((name) -> (last > 0 || said || this.sentence.lengthAt("was said", name.to()) > 0)
					? Optional.of(before(from, name.to(), name.weekday()))
					: this.sentence.at("last week", name.to())
						.map((hit) -> before(from, name.to() + hit.words(), name.weekday())))
			.or(() -> this.sentence.at("past weekday", from)
				.map((hit) -> before(from, from + hit.words(), DayOfWeek.of(hit.number()))));
	}

	private Moment before(int from, int to, DayOfWeek weekday) {
		return Moment.ofDay(from, to, this.sentence.today().with(TemporalAdjusters.previous(weekday)));
	}

	/** "The first Monday in June", "the last Friday of the month". */
	Optional<Moment> ofMonth(int from) {
		var last = this.sentence.at("last of month", from)
			.map((hit) -> new DateBook.Hit(hit.words(), "-1", hit.rule()));
		return last.or(() -> this.sentence.at("ordinal", from)).flatMap((which) -> {
			var to = from + which.words();
			return this.names.at(to)
				.flatMap((name) -> this.dates.monthBehind(name.to())
					.flatMap((month) -> month.day()
						.map((first) -> Moment.ofDay(from, month.to(),
								nextOf(first, which.number(), name.weekday())))));
		});
	}

	private LocalDate nextOf(LocalDate month, int which, DayOfWeek weekday) {
		var day = month.with(TemporalAdjusters.dayOfWeekInMonth(which, weekday));
		return day.isBefore(this.sentence.today())
				? month.plusYears(1).with(TemporalAdjusters.dayOfWeekInMonth(which, weekday)) : day;
	}

	private boolean sameWeek(LocalDate day) {
		return day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == this.sentence.today()
			.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
	}

	Optional<Moment> week(int from) {
		return this.sentence.at("week", from).flatMap((hit) -> {
			var to = from + hit.words();
			var week = this.sentence.numberIn(from, to);
			var behind = this.names.at(to);
			return (week < 1 || week > 53) ? Optional.empty() : Optional.of(Moment.ofDay(from,
					behind.map(WeekdayNames.Name::to).orElse(to),
					weekOf(week).plusDays(behind.map((name) -> name.weekday().getValue()).orElse(hit.number()) - 1L)));
		});
	}

	/** The Monday of the next week with that number, this week included. */
	private LocalDate weekOf(int number) {
		var monday = monday();
		for (var weeks = 0; weeks < 54; weeks++) {
			if (monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == number) {
				return monday;
			}
			monday = monday.plusWeeks(1);
		}
		return this.sentence.today();
	}

	private LocalDate monday() {
		return this.sentence.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
	}

}
