package io.countersign.reading;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Days said by their number: "25/9", "the 3rd of May", "den 28.". */
final class WrittenDates {

	/** A day without a year is over when it was so many days ago at most. */
	static final int RECENT = 150;

	/** How far ahead a day is looked for that has both its number and its weekday. */
	private static final int MONTHS_AHEAD = 4;

	/** Before and after a turn of the century that has no leap day. */
	private static final int LEAP_YEARS_APART = 8;

	private static final Pattern ISO = Pattern.compile("(20\\d\\d)-(\\d{1,2})-(\\d{1,2})");

	private static final Pattern SHORT = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})(?:[./-](\\d{2}|20\\d\\d))?");

	private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|\\.?|:?e|:?a|ste|te|en|'e)");

	private final DatedWords sentence;

	WrittenDates(DatedWords sentence) {
		this.sentence = sentence;
	}

	Optional<Moment> at(int from) {
		return withMonth(from).or(() -> dayOnly(from));
	}

	private Optional<Moment> withMonth(int from) {
		return numeric(from).or(() -> dayMonth(from)).or(() -> monthDay(from)).or(() -> dayOfThisMonth(from));
	}

	/** What stands behind a weekday: a bare number is a day there, if that day is one. */
	Optional<Moment> at(int from, DayOfWeek weekday) {
		return withMonth(from).or(() -> numbered(from, weekday)).or(() -> dayOnly(from));
	}

	private Optional<Moment> numbered(int from, DayOfWeek weekday) {
		var number = number(from + article(from)).filter((day) -> Character.isDigit(word(day.from()).charAt(0)));
		return number.filter((day) -> closes(day.to() - 1) || word(day.from()).length() > 2)
			.flatMap((day) -> next(day.value(), weekday).map((date) -> Moment.ofDay(from, day.to(), date)));
	}

	/** The next such day, if a month soon has it on that weekday. */
	private Optional<LocalDate> next(int number, DayOfWeek weekday) {
		var today = this.sentence.today();
		return Stream.iterate(today.withDayOfMonth(1), (month) -> month.plusMonths(1))
			.limit(MONTHS_AHEAD)
			.filter((month) -> month.lengthOfMonth() >= number)
			.map((month) -> month.withDayOfMonth(number))
			.filter((day) -> !day.isBefore(today) && day.getDayOfWeek() == weekday)
			.findFirst();
	}

	private Optional<Moment> numeric(int from) {
		var at = from + article(from);
		var iso = ISO.matcher(this.sentence.word(at));
		if (iso.matches()) {
			return on(from, at + 1, Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)),
					Integer.parseInt(iso.group(3)));
		}
		var token = SHORT.matcher(this.sentence.word(at));
		if (!token.matches() || !isDay(at, from) || isHour(from)) {
			return Optional.empty();
		}
		var year = token.group(3);
		var first = Integer.parseInt(token.group(1));
		var second = Integer.parseInt(token.group(2));
		var swapped = second > 12;
		if (swapped && this.sentence.word(at).indexOf('.') > 0) {
			return Optional.empty();
		}
		return on(from, at + 1, (year == null) ? 0 : Integer.parseInt(year) % 100 + 2000, swapped ? first : second,
				swapped ? second : first);
	}

	/** "3.12" and "3-12" are a day only with an article, a dot or a year. */
	private boolean isDay(int at, int from) {
		var word = this.sentence.word(at);
		return at > from || word.indexOf('/') > 0 || word.indexOf('.') != word.lastIndexOf('.')
				|| word.indexOf('-') != word.lastIndexOf('-')
				|| (word.indexOf('.') > 0 && this.sentence.isFollowedBy(".", at));
	}

	private boolean isHour(int from) {
		return this.sentence.book().before("clock", this.sentence.words(), from).isPresent();
	}

	private Optional<Moment> dayMonth(int from) {
		return number(from + article(from)).flatMap((day) -> {
			var of = this.sentence.lengthAt("of", day.to());
			return this.sentence.at("month", day.to() + of).flatMap((month) -> {
				var to = day.to() + of + month.words();
				return on(from, to + this.sentence.yearAt(to), this.sentence.year(to), month.number(), day.value());
			});
		});
	}

	private Optional<Moment> monthDay(int from) {
		return this.sentence.at("month", from).flatMap((month) -> {
			var behind = from + month.words();
			var article = article(behind);
			return number(behind + article)
				.filter((day) -> article > 0 || Character.isDigit(word(day.from()).charAt(0)))
				.flatMap((day) -> on(from, day.to() + this.sentence.yearAt(day.to()), this.sentence.year(day.to()),
						month.number(), day.value()));
		});
	}

	/** "The 3rd of next month". */
	private Optional<Moment> dayOfThisMonth(int from) {
		return number(from + article(from))
			.flatMap((day) -> this.sentence.at("of the month", day.to()).flatMap((month) -> {
				var first = this.sentence.today().withDayOfMonth(1).plusMonths(month.number());
				return on(from, day.to() + month.words(), first.getYear(), first.getMonthValue(), day.value());
			}));
	}

	/** The first day of the month that is named there: "in June", "of next month". */
	Optional<Moment> monthBehind(int from) {
		var in = this.sentence.lengthAt("in month", from);
		return this.sentence.at("of the month", from)
			.map((month) -> Moment.ofDay(from, from + month.words(),
					this.sentence.today().withDayOfMonth(1).plusMonths(month.number())))
			.or(() -> this.sentence.at("month", from + in).map((month) -> {
				var to = from + in + month.words();
				return Moment.ofDay(from, to + this.sentence.yearAt(to),
						nearest(this.sentence.year(to), month.number(), 1));
			}));
	}

	/** "Den 28.", "the 6th", "the 4th at 9": the next day with that number. */
	private Optional<Moment> dayOnly(int from) {
		var article = article(from);
		return number(from + article)
			.filter((day) -> article > 0 && (closes(day.to() - 1) || (Character.isDigit(word(day.from()).charAt(0))
					&& (this.sentence.isFollowedBy(".", day.from()) || word(day.from()).length() > 2))))
			.map((day) -> Moment.ofDay(from, day.to(), nextWithNumber(day.value())));
	}

	/** Whether nothing stands behind a number that it could be the number of. */
	private boolean closes(int at) {
		var clock = this.sentence.lengthAt("clock", at + 1);
		return this.sentence.isLast(at) || this.sentence.isFollowedBy(",;:)!?", at)
				|| this.sentence.lengthAt("by", at + 1) > 0
				|| (clock > 0 && Character.isDigit(word(at + 1 + clock).charAt(0)));
	}

	private LocalDate nextWithNumber(int number) {
		var month = this.sentence.today().withDayOfMonth(1);
		while (month.lengthOfMonth() < number || month.withDayOfMonth(number).isBefore(this.sentence.today())) {
			month = month.plusMonths(1);
		}
		return month.withDayOfMonth(number);
	}

	private Optional<Moment> on(int from, int to, int year, int month, int day) {
		try {
			return Optional.of(Moment.ofDay(from, to, nearest(year, month, day)));
		}
		catch (DateTimeException impossible) {
			return Optional.empty();
		}
	}

	/** Without a year the day that is meant is the one that is not long ago. */
	LocalDate nearest(int year, int month, int day) {
		if (year > 0) {
			return LocalDate.of(year, month, day);
		}
		var earliest = this.sentence.today().minusDays(RECENT);
		for (var candidate = earliest.getYear(); candidate <= earliest.getYear() + LEAP_YEARS_APART; candidate++) {
			if (YearMonth.of(candidate, month).isValidDay(day)
					&& !LocalDate.of(candidate, month, day).isBefore(earliest)) {
				return LocalDate.of(candidate, month, day);
			}
		}
		throw new DateTimeException("There is no such day");
	}

	private int article(int at) {
		return this.sentence.lengthAt("article", at);
	}

	private String word(int at) {
		return this.sentence.word(at);
	}

	/** A number that may be a day's, in digits or as a word. */
	private Optional<Number> number(int at) {
		var digits = ORDINAL.matcher(word(at));
		var number = digits.matches() ? Optional.of(new Number(at, at + 1, Integer.parseInt(digits.group(1))))
				: this.sentence.at("ordinal", at).map((hit) -> new Number(at, at + hit.words(), hit.number()));
		return number.filter((day) -> day.value() >= 1 && day.value() <= 31);
	}

	/**
	 * A number and where it stands.
	 *
	 * @param to the word behind it
	 */
	private record Number(int from, int to, int value) {
	}

}
