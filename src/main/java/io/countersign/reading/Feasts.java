package io.countersign.reading;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Days that move with Easter, and days nobody works. */
final class Feasts {

	/** No public holiday, and nobody is at work. */
	private static final MonthDay CHRISTMAS_EVE = MonthDay.of(12, 24);

	private static final String EASTER = "easter ";

	private Feasts() {
	}

	static boolean isWorkday(LocalDate day) {
		var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
		return !weekend && !MonthDay.from(day).equals(CHRISTMAS_EVE) && !PublicHolidays.isHoliday(day);
	}

	/** That day, or the last one before it on which somebody is at work. */
	static LocalDate workdayUpTo(LocalDate day) {
		var at = day;
		while (!isWorkday(at)) {
			at = at.minusDays(1);
		}
		return at;
	}

	static LocalDate workdaysAfter(LocalDate day, int count) {
		var at = day;
		for (var left = count; left > 0;) {
			at = at.plusDays(1);
			left -= isWorkday(at) ? 1 : 0;
		}
		return at;
	}

	/**
	 * The next such day, as {@code easter -4}, {@code 12-23} or {@code friday 06-19}, the
	 * first Friday from that day on.
	 */
	static LocalDate next(String feast, LocalDate today) {
		var day = in(today.getYear(), feast);
		return day.isBefore(today) ? in(today.getYear() + 1, feast) : day;
	}

	private static LocalDate in(int year, String feast) {
		if (feast.startsWith(EASTER)) {
			return PublicHolidays.easter(year).plusDays(Long.parseLong(feast.substring(EASTER.length())));
		}
		var space = feast.indexOf(' ');
		var day = MonthDay.parse("--" + feast.substring(space + 1)).atYear(year);
		return (space < 0) ? day : day
			.with(TemporalAdjusters.nextOrSame(DayOfWeek.valueOf(feast.substring(0, space).toUpperCase(Locale.ROOT))));
	}

}
