package io.countersign.reading;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the day a sentence names at a word, seen from the day it was written. */
final class DayReader {

	/** Before and after a turn of the century that has no leap day. */
	private static final int LEAP_YEARS_APART = 8;

	private static final Pattern ISO = Pattern.compile("(20\\d\\d)-(\\d{1,2})-(\\d{1,2})");

	private static final Pattern SHORT = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})(?:[./-](\\d{2}|20\\d\\d))?");

	private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|\\.?|:?e|:?a|ste|te|en|'e)");

	/** A day without a year is over when it was so many days ago at most. */
	private static final int RECENT = 150;

	private final DateBook book;

	private final String text;

	private final Words words;

	private final LocalDate today;

	DayReader(DateBook book, String text, Words words, LocalDate today) {
		this.book = book;
		this.text = text;
		this.words = words;
		this.today = today;
	}

	/** The day that begins at a word, the most exact way of saying it first. */
	Optional<Moment> at(int from) {
		return Stream.<java.util.function.IntFunction<Optional<Moment>>>of(this::weekday, this::date, this::ahead,
				this::week, this::day, this::month, this::period, this::feast)
			.flatMap((way) -> way.apply(from).stream())
			.findFirst();
	}

	private Optional<Moment> weekday(int from) {
		var next = this.book.at("next", this.words, from).map(DateBook.Hit::words).orElse(0);
		return this.book.at("weekday", this.words, from + next).map((hit) -> {
			var to = from + next + hit.words();
			return dateBehind(to).map((date) -> new Moment(from, date.to(), date.day(), date.time()))
				.orElseGet(() -> weekday(from, to, DayOfWeek.of(hit.number()), next > 0));
		});
	}

	/** "Friday the 25th", "fredag den 25. september", "Fri, 25/9". */
	private Optional<Moment> dateBehind(int to) {
		return date(to)
			.filter((date) -> date.day().filter((day) -> !day.isBefore(this.today.minusDays(RECENT))).isPresent());
	}

	private Moment weekday(int from, int to, DayOfWeek weekday, boolean next) {
		var behind = this.book.at("next week", this.words, to);
		var monday = this.today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		if (behind.isPresent()) {
			return Moment.ofDay(from, to + behind.get().words(),
					monday.plusWeeks(1).with(TemporalAdjusters.nextOrSame(weekday)));
		}
		var week = this.book.at("week", this.words, to + (word(to).equals("i") || word(to).equals("in") ? 1 : 0));
		if (week.isPresent()) {
			var end = to + week.get().words() + (word(to).equals("i") || word(to).equals("in") ? 1 : 0);
			return Moment.ofDay(from, end, weekOf(numberIn(to, end)).with(TemporalAdjusters.nextOrSame(weekday)));
		}
		var day = this.today.with(TemporalAdjusters.next(weekday));
		return Moment.ofDay(from, to, next && sameWeek(day) ? day.plusWeeks(1) : day);
	}

	private boolean sameWeek(LocalDate day) {
		return day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == this.today.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
	}

	private Optional<Moment> date(int from) {
		return numeric(from).or(() -> dayMonth(from)).or(() -> monthDay(from)).or(() -> dayOnly(from));
	}

	private Optional<Moment> numeric(int from) {
		var at = from + article(from);
		var iso = ISO.matcher(word(at));
		if (iso.matches()) {
			return on(from, at + 1, number(iso.group(1)), number(iso.group(2)), number(iso.group(3)));
		}
		var token = SHORT.matcher(word(at));
		if (!token.matches() || (word(at).indexOf('.') > 0 && !isDotted(at, from)) || isHour(from)) {
			return Optional.empty();
		}
		var year = token.group(3);
		var first = number(token.group(1));
		var second = number(token.group(2));
		var swapped = second > 12;
		return on(from, at + 1, (year == null) ? 0 : number(year) % 100 + 2000, swapped ? first : second,
				swapped ? second : first);
	}

	/** "3.12" is a day only with an article, a dot or a year. */
	private boolean isDotted(int at, int from) {
		return at > from || word(at).indexOf('.') != word(at).lastIndexOf('.') || isFollowedByDot(at);
	}

	private boolean isHour(int from) {
		return this.book.before("clock", this.words, from).isPresent();
	}

	private Optional<Moment> dayMonth(int from) {
		var at = from + article(from);
		var day = dayNumber(at);
		if (day == 0) {
			return Optional.empty();
		}
		var of = this.book.at("of", this.words, at + 1).map(DateBook.Hit::words).orElse(0);
		return this.book.at("month", this.words, at + 1 + of).flatMap((month) -> {
			var to = at + 1 + of + month.words();
			return on(from, to + yearAt(to), year(to), month.number(), day);
		});
	}

	private Optional<Moment> monthDay(int from) {
		return this.book.at("month", this.words, from).flatMap((month) -> {
			var at = from + month.words() + article(from + month.words());
			var day = dayNumber(at);
			var taken = day == 0 || !(Character.isDigit(word(at).charAt(0)) || at > from + month.words());
			return taken ? Optional.empty() : on(from, at + 1 + yearAt(at + 1), year(at + 1), month.number(), day);
		});
	}

	/** "Den 28.", "the 6th": the next day with that number. */
	private Optional<Moment> dayOnly(int from) {
		var article = article(from);
		var at = from + article;
		var day = dayNumber(at);
		var said = article > 0 && day > 0 && (isLast(at) || isBeforeComma(at)
				|| (Character.isDigit(word(at).charAt(0)) && (isFollowedByDot(at) || word(at).length() > 2)));
		return said ? Optional.of(Moment.ofDay(from, at + 1, nextWithNumber(day))) : Optional.empty();
	}

	private LocalDate nextWithNumber(int number) {
		var month = this.today.withDayOfMonth(1);
		while (month.lengthOfMonth() < number || month.withDayOfMonth(number).isBefore(this.today)) {
			month = month.plusMonths(1);
		}
		return month.withDayOfMonth(number);
	}

	private Optional<Moment> ahead(int from) {
		return this.book.at("ahead", this.words, from).map((hit) -> {
			var to = from + hit.words();
			var count = numberIn(from, to);
			return switch (hit.meaning()) {
				case "workday" -> Moment.ofDay(from, to, Feasts.workdaysAfter(this.today, count));
				case "week" -> Moment.ofDay(from, to, this.today.plusWeeks(count));
				case "month" -> Moment.ofDay(from, to, this.today.plusMonths(count));
				case "hour" -> Moment.ofDay(from, to, this.today.plusDays(count / 24));
				default -> Moment.ofDay(from, to, this.today.plusDays(count));
			};
		});
	}

	private Optional<Moment> week(int from) {
		return this.book.at("week", this.words, from).flatMap((hit) -> {
			var to = from + hit.words();
			var week = numberIn(from, to);
			var behind = this.book.at("weekday", this.words, to);
			return (week < 1 || week > 53) ? Optional.empty()
					: Optional.of(Moment.ofDay(from, to + behind.map(DateBook.Hit::words).orElse(0),
							weekOf(week).plusDays(behind.map(DateBook.Hit::number).orElse(hit.number()) - 1L)));
		});
	}

	/** The Monday of the next week with that number, this week included. */
	private LocalDate weekOf(int number) {
		var monday = this.today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
		for (var weeks = 0; weeks < 54; weeks++) {
			if (monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) == number) {
				return monday;
			}
			monday = monday.plusWeeks(1);
		}
		return this.today;
	}

	private Optional<Moment> day(int from) {
		return this.book.at("day", this.words, from).map((hit) -> {
			var to = from + hit.words();
			var named = (hit.number() == 0) ? weekday(to).or(() -> date(to)) : Optional.<Moment>empty();
			return named.map((day) -> new Moment(from, day.to(), day.day(), day.time()))
				.orElseGet(() -> Moment.ofDay(from, to, this.today.plusDays(hit.number())));
		});
	}

	/** "End of March". */
	private Optional<Moment> month(int from) {
		return this.book.at("month end", this.words, from).flatMap((part) -> {
			var at = from + part.words();
			return this.book.at("month", this.words, at).map((month) -> {
				var to = at + month.words();
				var first = nearest(year(to), month.number(), 1);
				var day = switch (part.meaning()) {
					case "start" -> first.withDayOfMonth(10);
					case "middle" -> first.withDayOfMonth(15);
					default -> first.with(TemporalAdjusters.lastDayOfMonth());
				};
				return Moment.ofDay(from, to + yearAt(to), day);
			});
		});
	}

	private Optional<Moment> period(int from) {
		return this.book.at("period", this.words, from)
			.map((hit) -> Moment.ofDay(from, from + hit.words(), endOf(hit.meaning())));
	}

	private LocalDate endOf(String period) {
		var space = period.indexOf(' ');
		var ahead = number(period.substring(space + 1));
		return switch (period.substring(0, space)) {
			case "week" -> friday().plusWeeks(ahead);
			case "month" -> this.today.plusMonths(ahead).with(TemporalAdjusters.lastDayOfMonth());
			case "quarter" -> this.today.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3L * ahead + 3).minusDays(1);
			default -> LocalDate.of(this.today.getYear() + ahead, 12, 31);
		};
	}

	/** At the weekend "this week" is the one that begins on Monday. */
	private LocalDate friday() {
		return this.today.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
	}

	private Optional<Moment> feast(int from) {
		return this.book.at("feast", this.words, from)
			.map((hit) -> Moment.ofDay(from, from + hit.words(), Feasts.next(hit.meaning(), this.today)));
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
	private LocalDate nearest(int year, int month, int day) {
		if (year > 0) {
			return LocalDate.of(year, month, day);
		}
		var earliest = this.today.minusDays(RECENT);
		for (var candidate = earliest.getYear(); candidate <= earliest.getYear() + LEAP_YEARS_APART; candidate++) {
			if (YearMonth.of(candidate, month).isValidDay(day)
					&& !LocalDate.of(candidate, month, day).isBefore(earliest)) {
				return LocalDate.of(candidate, month, day);
			}
		}
		throw new DateTimeException("There is no such day");
	}

	private int article(int at) {
		return this.book.at("article", this.words, at).map(DateBook.Hit::words).orElse(0);
	}

	private int dayNumber(int at) {
		var digits = ORDINAL.matcher(word(at));
		var day = digits.matches() ? number(digits.group(1))
				: this.book.at("ordinal", this.words, at).map(DateBook.Hit::number).orElse(0);
		return (day >= 1 && day <= 31) ? day : 0;
	}

	private int yearAt(int at) {
		return word(at).matches("20\\d\\d") ? 1 : 0;
	}

	private int year(int at) {
		return (yearAt(at) > 0) ? number(word(at)) : 0;
	}

	private int numberIn(int from, int to) {
		for (var i = from; i < to; i++) {
			var word = word(i);
			if (word.matches("\\d{1,3}")) {
				return number(word);
			}
			var count = this.book.at("count", this.words, i);
			if (count.isPresent()) {
				return count.get().number();
			}
		}
		return 1;
	}

	private boolean isFollowedByDot(int at) {
		var end = this.words.endOf(at);
		return end < this.text.length() && this.text.charAt(end) == '.';
	}

	private boolean isBeforeComma(int at) {
		var end = this.words.endOf(at);
		return end < this.text.length() && ",;:)!?".indexOf(this.text.charAt(end)) >= 0;
	}

	private boolean isLast(int at) {
		return at + 1 >= this.words.size();
	}

	private String word(int at) {
		return (at >= 0 && at < this.words.size()) ? this.words.at(at) : "-";
	}

	private static int number(String digits) {
		return Integer.parseInt(digits);
	}

}
