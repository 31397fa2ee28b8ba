package io.countersign.overview;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Optional;

import io.countersign.reading.PublicHolidays;

import org.springframework.stereotype.Component;

/**
 * The one scale of time to a deadline, on the calendar of the people: what is due today
 * is due today, however many hours the night of a clock change has.
 */
@Component
public class DueScale {

	private final OverviewSettings settings;

	private final DueLimits limits;

	private final Clock clock;

	DueScale(OverviewSettings settings, DueLimits limits, Clock clock) {
		this.settings = settings;
		this.limits = limits;
		this.clock = clock;
	}

	public ZoneId zone() {
		return this.settings.zone();
	}

	/** How many days ahead a deadline is called near. */
	public long soonDays() {
		return Optional.ofNullable(this.limits.soonWithin())
			.map((within) -> Math.ceilDiv(within.toHours(), 24))
			.orElse((long) this.settings.soonWorkingDays());
	}

	/** How many hours ahead a deadline is pressing, where that is not its own day. */
	public Optional<Long> pressingHours() {
		return Optional.ofNullable(this.limits.todayWithin()).map(Duration::toHours);
	}

	/** What was last read before then may have changed since without our knowing. */
	public Instant outdatedBefore() {
		return this.clock.instant().minus(this.settings.lagAfter());
	}

	/** Whether somebody who has had it since then has had it for long. */
	boolean isSlow(Instant since) {
		return since.isBefore(this.clock.instant().minus(this.settings.slowAfter()));
	}

	/** Where the scale goes from one word to the next, just now. */
	Steps steps() {
		var now = this.clock.instant();
		var today = now.atZone(zone()).toLocalDate();
		var tomorrow = Optional.ofNullable(this.limits.todayWithin()).map(now::plus);
		var later = Optional.ofNullable(this.limits.soonWithin()).map(now::plus);
		return new Steps(now, tomorrow.orElseGet(() -> start(today.plusDays(1))),
				later.orElseGet(() -> start(workingDaysAfter(today).plusDays(1))),
				now.minus(this.settings.slowAfter()));
	}

	/**
	 * What is due before now is over, before tomorrow due today, before later near.
	 *
	 * @param slow who has had a case since before then has had it for long
	 */
	record Steps(Instant now, Instant tomorrow, Instant later, Instant slow) {

		Due.State of(RunningCase one) {
			if (one.isDecided()) {
				return Due.State.DONE;
			}
			return one.deadline().map(this::of).orElse(Due.State.NONE);
		}

		Due.State of(Instant deadline) {
			if (deadline.isBefore(this.now)) {
				return Due.State.OVER;
			}
			if (deadline.isBefore(this.tomorrow)) {
				return Due.State.TODAY;
			}
			return deadline.isBefore(this.later) ? Due.State.SOON : Due.State.LATER;
		}

	}

	/** How much of that time fell on days on which people work. */
	Duration worked(Instant from, Instant until) {
		var worked = Duration.ZERO;
		for (var day = from.atZone(zone()).toLocalDate(); start(day).isBefore(until); day = day.plusDays(1)) {
			if (isWorkingDay(day)) {
				var begin = start(day).isBefore(from) ? from : start(day);
				var end = start(day.plusDays(1)).isAfter(until) ? until : start(day.plusDays(1));
				worked = worked.plus(Duration.between(begin, end));
			}
		}
		return worked;
	}

	private Instant start(LocalDate day) {
		return day.atStartOfDay(zone()).toInstant();
	}

	public Due done(Optional<Instant> deadline) {
		return new Due(Due.State.DONE, deadline, Duration.ZERO);
	}

	public Due of(Optional<Instant> deadline) {
		return deadline.map(this::until).orElseGet(() -> new Due(Due.State.NONE, deadline, Duration.ZERO));
	}

	private Due until(Instant deadline) {
		var steps = steps();
		return new Due(steps.of(deadline), Optional.of(deadline), Duration.between(steps.now(), deadline));
	}

	private LocalDate workingDaysAfter(LocalDate today) {
		var day = today;
		for (int left = this.settings.soonWorkingDays(); left > 0;) {
			day = day.plusDays(1);
			left -= isWorkingDay(day) ? 1 : 0;
		}
		return day;
	}

	/** Whether people work on that day. */
	public boolean isWorkingDay(LocalDate day) {
		return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !PublicHolidays.isHoliday(day)
				&& !this.settings.closedOn().contains(MonthDay.from(day));
	}

}
