package io.countersign.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.countersign.overview.InsightsView;

/**
 * A line of how much was decided on time in each week, as coordinates.
 *
 * @param points of the weeks of which something can be said
 * @param goal how much is wanted, where it is on the scale
 */
record ShareChart(int width, List<Tick> ticks, List<Point> points, Optional<Tick> goal) {

	private static final int TOP = 14;

	private static final int BOTTOM = 190;

	private static final int LEFT = 40;

	private static final int RIGHT = 48;

	private static final int ALL = 100;

	/** A line of the scale. */
	record Tick(double y, int percent) {
	}

	/**
	 * One week.
	 *
	 * @param named whether there is room for its number
	 */
	record Point(int week, int percent, double x, double y, boolean named) {
	}

	static ShareChart of(InsightsView view, int width, int goal) {
		var weeks = view.weeks();
		var lowest = weeks.stream().flatMap((week) -> week.share().stream()).mapToInt((one) -> one).min().orElse(0);
		var floor = Math.max(0, (Math.min(lowest, (goal > 0) ? goal : lowest) - 5) / 10 * 10);
		var perPercent = (BOTTOM - TOP) / (double) (ALL - floor);
		var room = (width - LEFT - RIGHT) / (double) Math.max(1, weeks.size() - 1);
		var every = (int) Math.ceil(26 / room);
		var points = IntStream.range(0, weeks.size())
			.boxed()
			.flatMap((at) -> weeks.get(at)
				.share()
				.map((share) -> new Point(weeks.get(at).number(), share, LEFT + room * at,
						BOTTOM - (share - floor) * perPercent, at % every == 0))
				.stream())
			.toList();
		var step = Math.max(5, Math.ceilDiv(ALL - floor, 25) * 5);
		var ticks = IntStream.iterate(ALL, (percent) -> percent >= floor, (percent) -> percent - step)
			.mapToObj((percent) -> new Tick(BOTTOM - (percent - floor) * perPercent, percent))
			.toList();
		var wanted = Optional.of(goal)
			.filter((percent) -> percent > floor)
			.map((percent) -> new Tick(BOTTOM - (percent - floor) * perPercent, percent));
		return new ShareChart(width, ticks, points, wanted);
	}

	public String line() {
		return this.points.stream().map((point) -> point.x() + "," + point.y()).collect(Collectors.joining(" "));
	}

}
