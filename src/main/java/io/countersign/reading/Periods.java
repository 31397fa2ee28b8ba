package io.countersign.reading;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * Days said as the end of a time: "in three days", "by the end of March", "by Easter".
 */
final class Periods {

	private static final int HOURS_A_DAY = 24;

	private static final int MIDDLE = 15;

	private final DatedWords sentence;

	private final WrittenDates dates;

	Periods(DatedWords sentence, WrittenDates dates) {
		this.sentence = sentence;
		this.dates = dates;
	}

	Optional<Moment> ahead(int from) {
		return this.sentence.at("ahead", from).map((hit) -> {
			var to = from + hit.words();
			var count = this.sentence.numberIn(from, to);
			return switch (hit.meaning()) {
				case "workday" -> Moment.ofDay(from, to, Feasts.workdaysAfter(this.sentence.today(), count));
				case "fortnight" -> Moment.ofDay(from, to, this.sentence.today().plusWeeks(2));
				case "week" -> Moment.ofDay(from, to, this.sentence.today().plusWeeks(count));
				case "month" -> Moment.ofDay(from, to, this.sentence.today().plusMonths(count));
				case "7", "14" -> Moment.ofDay(from, to, this.sentence.today().plusDays(hit.number()));
				case "hour" -> hours(from, to, count);
				default -> Moment.ofDay(from, to, this.sentence.today().plusDays(count));
			};
		});
	}

	/** Two days are said in hours too. */
	private Moment hours(int from, int to, int count) {
		var at = this.sentence.sent().plusHours(count).truncatedTo(ChronoUnit.MINUTES);
		return (count % HOURS_A_DAY == 0) ? Moment.ofDay(from, to, at.toLocalDate())
				: new Moment(from, to, Optional.of(at.toLocalDate()), Optional.of(at.toLocalTime()));
	}

	/** "End of March", "before March is out". */
	Optional<Moment> month(int from) {
		return part(from).or(() -> over(from)).or(() -> middle(from));
	}

	/** "Mid-March" is one word. */
	private Optional<Moment> middle(int from) {
		return this.sentence.at("middle of month", from)
			.map((hit) -> Moment.ofDay(from, from + hit.words(),
					this.dates.nearest(0, hit.number(), 1).withDayOfMonth(MIDDLE)));
	}

	private Optional<Moment> over(int from) {
		return this.sentence.at("month", from).flatMap((month) -> {
			var at = from + month.words();
			return this.sentence.at("month over", at)
				.map((over) -> Moment.ofDay(from, at + over.words(),
						this.dates.nearest(0, month.number(), 1).with(TemporalAdjusters.lastDayOfMonth())));
		});
	}

	private Optional<Moment> part(int from) {
		return this.sentence.at("month end", from).flatMap((part) -> {
			var at = from + part.words();
			return this.sentence.at("month", at).map((month) -> {
				var to = at + month.words();
				var first = this.dates.nearest(this.sentence.year(to), month.number(), 1);
				var day = switch (part.meaning()) {
					case "start" -> first.withDayOfMonth(10);
					case "middle" -> first.withDayOfMonth(MIDDLE);
					default -> first.with(TemporalAdjusters.lastDayOfMonth());
				};
				return Moment.ofDay(from, to + this.sentence.yearAt(to), day);
			});
		});
	}

	/** "By the end of Q2", "inden 2. kvartal er omme", said with its last month. */
	Optional<Moment> quarter(int from) {
		var end = this.sentence.at("month end", from).filter((part) -> part.meaning().equals("end"));
		var at = from + end.map(DateBook.Hit::words).orElse(0);
		return this.sentence.at("quarter", at).flatMap((quarter) -> {
			var to = at + quarter.words();
			var over = this.sentence.lengthAt("month over", to);
			var said = end.isPresent() || over > 0
					|| this.sentence.book().before("by", this.sentence.words(), from).isPresent();
			var day = this.dates.nearest(this.sentence.year(to), quarter.number(), 1)
				.with(TemporalAdjusters.lastDayOfMonth());
			return said ? Optional.of(Moment.ofDay(from, to + this.sentence.yearAt(to) + over, day)) : Optional.empty();
		});
	}

	/** "The last working day of March", "sidste arbejdsdag inden jul". */
	Optional<Moment> lastWorkday(int from) {
		return this.sentence.at("last workday", from).flatMap((hit) -> {
			var at = from + hit.words();
			return month(at).or(() -> month(from, at))
				.or(() -> period(at))
				.or(() -> feast(at))
				.flatMap((end) -> end.day().map((day) -> Moment.ofDay(from, end.to(), Feasts.workdayUpTo(day))));
		});
	}

	private Optional<Moment> month(int from, int at) {
		return this.dates.monthBehind(at)
			.flatMap((month) -> month.day()
				.map((first) -> Moment.ofDay(from, month.to(), first.with(TemporalAdjusters.lastDayOfMonth()))));
	}

	Optional<Moment> period(int from) {
		return this.sentence.at("period", from)
			.map((hit) -> Moment.ofDay(from, from + hit.words(), endOf(hit.meaning())));
	}

	private LocalDate endOf(String period) {
		var space = period.indexOf(' ');
		var ahead = Integer.parseInt(period.substring(space + 1));
		return switch (period.substring(0, space)) {
			case "week" -> friday().plusWeeks(ahead);
			case "monday" -> monday().plusWeeks(ahead);
			case "wednesday" -> monday().plusWeeks(ahead).plusDays(2);
			case "month" -> this.sentence.today().plusMonths(ahead).with(TemporalAdjusters.lastDayOfMonth());
			case "quarter" ->
				this.sentence.today().with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3L * ahead + 3).minusDays(1);
			default -> LocalDate.of(this.sentence.today().getYear() + ahead, 12, 31);
		};
	}

	/** At the weekend "this week" is the one that begins on Monday. */
	private LocalDate friday() {
		return this.sentence.today().with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
	}

	private LocalDate monday() {
		return friday().with(TemporalAdjusters.previous(DayOfWeek.MONDAY));
	}

	Optional<Moment> feast(int from) {
		return this.sentence.at("feast", from)
			.map((hit) -> Moment.ofDay(from, from + hit.words(), Feasts.next(hit.meaning(), this.sentence.today())));
	}

}
