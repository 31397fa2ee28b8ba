package io.countersign.overview;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts by calendar weeks what has come in and what was decided. */
record Weeks(ZoneId zone) {

	List<InsightsView.Week> of(List<CaseTale> all, Period period) {
		var weeks = new TreeMap<LocalDate, int[]>();
		for (var monday = monday(period.from()); !monday.isAfter(day(period.to())); monday = monday.plusWeeks(1)) {
			weeks.put(monday, new int[4]);
		}
		for (var tale : all) {
			tale.openedAt().filter(period).ifPresent((at) -> weeks.computeIfAbsent(monday(at), (_) -> new int[4])[0]++);
			tale.decidedAt().filter(period).ifPresent((at) -> {
				var week = weeks.computeIfAbsent(monday(at), (_) -> new int[4]);
				week[tale.isOnTime() ? 1 : 2]++;
				week[3] += tale.deadline().isPresent() ? 1 : 0;
			});
		}
		return weeks.entrySet().stream().map(Weeks::week).toList();
	}

	private static InsightsView.Week week(Map.Entry<LocalDate, int[]> week) {
		var counts = week.getValue();
		return new InsightsView.Week(week.getKey(), week.getKey().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), counts[0],
				counts[1], counts[2], counts[3]);
	}

	private LocalDate monday(Instant at) {
		return day(at).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
	}

	private LocalDate day(Instant at) {
		return at.atZone(this.zone).toLocalDate();
	}

}
