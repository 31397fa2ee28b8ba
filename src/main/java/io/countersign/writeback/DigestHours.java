package io.countersign.writeback;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.function.Predicate;

/**
 * When a digest may go out: on working days, from its time on until the quiet hours. On
 * the calendar and the clock of the people, whatever hours a day has.
 */
final class DigestHours {

	private final DigestProperties properties;

	private final ZoneId zone;

	private final Predicate<LocalDate> workingDays;

	DigestHours(DigestProperties properties, ZoneId zone, Predicate<LocalDate> workingDays) {
		this.properties = properties;
		this.zone = zone;
		this.workingDays = workingDays;
	}

	LocalDate day(Instant at) {
		return at.atZone(this.zone).toLocalDate();
	}

	boolean isTime(Instant at) {
		var local = at.atZone(this.zone);
		return isDay(local.toLocalDate()) && !at.isBefore(opening(local.toLocalDate()))
				&& !this.properties.isQuiet(local.toLocalTime());
	}

	/** Whether the one of that day may still go out. */
	boolean isTime(LocalDate day, Instant at) {
		return day(at).equals(day) && isTime(at);
	}

	/** The next time after this one. */
	Instant next(Instant after) {
		var day = day(after);
		while (!isDay(day) || !opening(day).isAfter(after)) {
			day = day.plusDays(1);
		}
		return opening(day);
	}

	private boolean isDay(LocalDate day) {
		return this.properties.everyDay() || this.workingDays.test(day);
	}

	private Instant opening(LocalDate day) {
		return ZonedDateTime.of(day, this.properties.at(), this.zone).toInstant();
	}

}
