package io.countersign.reading;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;

/**
 * The public holidays of Denmark; the great prayer day is none since 2024 (lov nr. 214 af
 * 6. marts 2023).
 */
public final class PublicHolidays {

	private static final Set<MonthDay> FIXED = Set.of(MonthDay.of(Month.JANUARY, 1), MonthDay.of(Month.DECEMBER, 25),
			MonthDay.of(Month.DECEMBER, 26));

	/** Maundy Thursday, Good Friday, Easter and the day after, Ascension, Whitsun. */
	private static final Set<Integer> AROUND_EASTER = Set.of(-3, -2, 0, 1, 39, 49, 50);

	private PublicHolidays() {
	}

	public static boolean isHoliday(LocalDate day) {
		var sinceEaster = Math.toIntExact(day.toEpochDay() - easter(day.getYear()).toEpochDay());
		return FIXED.contains(MonthDay.from(day)) || AROUND_EASTER.contains(sinceEaster);
	}

	/**
	 * Easter Sunday by Gauss's rule for the Gregorian calendar, as Lichtenberg mended it.
	 */
	static LocalDate easter(int year) {
		int century = year / 100;
		int moon = 15 + (3 * century + 3) / 4 - (8 * century + 13) / 25;
		int sun = 2 - (3 * century + 3) / 4;
		int cycle = year % 19;
		int seed = (19 * cycle + moon) % 30;
		int correction = (seed + cycle / 11) / 29;
		int fullMoon = 21 + seed - correction;
		int firstSunday = 7 - (year + year / 4 + sun) % 7;
		int toSunday = 7 - (fullMoon - firstSunday) % 7;
		return LocalDate.of(year, Month.MARCH, 1).plusDays((long) fullMoon + toSunday - 1);
	}

}
