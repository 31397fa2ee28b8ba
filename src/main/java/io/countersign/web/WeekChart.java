package io.countersign.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.countersign.overview.InsightsView;

/** Columns of what came in and what was decided each week, as coordinates. */
record WeekChart(int width, List<Tick> ticks, List<Column> columns) {

	private static final int TOP = 10;

	private static final int BOTTOM = 190;

	private static final int LEFT = 34;

	/** A line of the scale. */
	record Tick(double y, int cases) {
	}

	/**
	 * One week.
	 *
	 * @param y where what was decided late begins
	 * @param newY where the line of new cases passes
	 * @param named whether there is room for its number
	 */
	record Column(int week, double x, double wide, double onTimeY, double onTime, double y, double late, double newY,
			boolean named) {

		public double middle() {
			return this.x + this.wide / 2;
		}

	}

	static WeekChart of(InsightsView view, int width) {
		var weeks = view.weeks();
		var most = weeks.stream()
			.mapToInt((week) -> Math.max(week.opened(), week.onTime() + week.late()))
			.max()
			.orElse(1);
		var step = Math.max(1, Math.ceilDiv(most, 5));
		var top = step * Math.max(1, Math.ceilDiv(most, step));
		var perCase = (BOTTOM - TOP) / (double) top;
		var room = (width - LEFT) / (double) weeks.size();
		var every = (int) Math.ceil(26 / room);
		var columns = IntStream.range(0, weeks.size())
			.mapToObj((at) -> column(weeks.get(at), LEFT + room * at, room, perCase, at % every == 0))
			.toList();
		var ticks = IntStream.rangeClosed(0, top / step)
			.mapToObj((tick) -> new Tick(BOTTOM - tick * step * perCase, tick * step))
			.toList();
		return new WeekChart(width, ticks, columns);
	}

	/** The line of new cases. */
	public String line() {
		return this.columns.stream()
			.map((column) -> "%s,%s".formatted(column.middle(), column.newY()))
			.collect(Collectors.joining(" "));
	}

	private static Column column(InsightsView.Week week, double x, double room, double perCase, boolean named) {
		var onTime = week.onTime() * perCase;
		var late = week.late() * perCase;
		return new Column(week.number(), x + room * .15, room * .7, BOTTOM - onTime, onTime, BOTTOM - onTime - late,
				late, BOTTOM - week.opened() * perCase, named);
	}

}
