package io.countersign.reading;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * Days said as the end of a time: "in three days", "by the end of March", "by Easter".
 */
final class Periods {

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
				case "hour" -> Moment.ofDay(from, to, this.sentence.today().plusDays(count / 24));
				default -> Moment.ofDay(from, to, this.sentence.today().plusDays(count));
			};
		});
	}

	/** "End of March", "before March is out". */
	Optional<Moment> month(int from) {
		return part(from).or(() -> over(from));
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
					case "middle" -> first.withDayOfMonth(15);
					default -> first.with(TemporalAdjusters.lastDayOfMonth());
				};
				return Moment.ofDay(from, to + this.sentence.yearAt(to), day);
			});
		});
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

	Optional<Moment> feast(int from) {
		return this.sentence.at("feast", from)
			.map((hit) -> Moment.ofDay(from, from + hit.words(), Feasts.next(hit.meaning(), this.sentence.today())));
	}

}
