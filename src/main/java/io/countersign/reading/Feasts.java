package io.countersign.reading;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** Days that move with Easter, and days nobody works. */
final class Feasts {

	/** Days from Easter Sunday on which Danish offices are closed. */
	private static final Set<Long> AROUND_EASTER = Set.of(-3L, -2L, 0L, 1L, 39L, 49L, 50L);

	private static final Set<MonthDay> FIXED = Set.of(MonthDay.of(1, 1), MonthDay.of(12, 24), MonthDay.of(12, 25),
			MonthDay.of(12, 26));

	private Feasts() {
	}

	/** Easter Sunday by the rule of Gauss as Lichtenberg completed it. */
	static LocalDate easter(int year) {
		var century = year / 100;
		var moon = 15 + (3 * century + 3) / 4 - (8 * century + 13) / 25;
		var sun = 2 - (3 * century + 3) / 4;
		var cycle = year % 19;
		var seed = (19 * cycle + moon) % 30;
		var fix = (seed + cycle / 11) / 29;
		var limit = 21 + seed - fix;
		var firstSunday = 7 - (year + year / 4 + sun) % 7;
		var distance = 7 - (limit - firstSunday) % 7;
		return LocalDate.of(year, 3, 1).plusDays(limit + distance - 1L);
	}

	static boolean isWorkday(LocalDate day) {
		var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
		return !weekend && !FIXED.contains(MonthDay.from(day))
				&& !AROUND_EASTER.contains(day.toEpochDay() - easter(day.getYear()).toEpochDay());
	}

	static LocalDate workdaysAfter(LocalDate day, int count) {
		var at = day;
		for (var left = count; left > 0;) {
			at = at.plusDays(1);
			left -= isWorkday(at) ? 1 : 0;
		}
		return at;
	}

	/** The next such day, as {@code easter -4} or {@code 12-23}. */
	static LocalDate next(String feast, LocalDate today) {
		var day = in(today.getYear(), feast);
		return day.isBefore(today) ? in(today.getYear() + 1, feast) : day;
	}

	private static LocalDate in(int year, String feast) {
		return feast.startsWith("easter ") ? easter(year).plusDays(Long.parseLong(feast.substring(7)))
				: MonthDay.parse("--" + feast).atYear(year);
	}

}
