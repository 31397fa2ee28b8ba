package io.countersign.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days said by their number: "25/9", "the 3rd of May", "den 28.". */
final class WrittenDates {

	/** A day without a year is over when it was so many days ago at most. */
	static final int RECENT = 150;

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
		return numeric(from).or(() -> dayMonth(from)).or(() -> monthDay(from)).or(() -> dayOnly(from));
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
		var at = from + article(from);
		var day = dayNumber(at);
		if (day == 0) {
			return Optional.empty();
		}
		var of = this.sentence.lengthAt("of", at + 1);
		return this.sentence.at("month", at + 1 + of).flatMap((month) -> {
			var to = at + 1 + of + month.words();
			return on(from, to + this.sentence.yearAt(to), this.sentence.year(to), month.number(), day);
		});
	}

	private Optional<Moment> monthDay(int from) {
		return this.sentence.at("month", from).flatMap((month) -> {
			var at = from + month.words() + article(from + month.words());
			var day = dayNumber(at);
			var taken = day == 0 || !(Character.isDigit(this.sentence.word(at).charAt(0)) || at > from + month.words());
			return taken ? Optional.empty()
					: on(from, at + 1 + this.sentence.yearAt(at + 1), this.sentence.year(at + 1), month.number(), day);
		});
	}

	/** "Den 28.", "the 6th": the next day with that number. */
	private Optional<Moment> dayOnly(int from) {
		var article = article(from);
		var at = from + article;
		var day = dayNumber(at);
		var said = article > 0 && day > 0
				&& (this.sentence.isLast(at) || this.sentence.isFollowedBy(",;:)!?", at)
						|| (Character.isDigit(this.sentence.word(at).charAt(0))
								&& (this.sentence.isFollowedBy(".", at) || this.sentence.word(at).length() > 2)));
		return said ? Optional.of(Moment.ofDay(from, at + 1, nextWithNumber(day))) : Optional.empty();
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

	private int dayNumber(int at) {
		var digits = ORDINAL.matcher(this.sentence.word(at));
		var day = digits.matches() ? Integer.parseInt(digits.group(1))
				: this.sentence.at("ordinal", at).map(DateBook.Hit::number).orElse(0);
		return (day >= 1 && day <= 31) ? day : 0;
	}

}
