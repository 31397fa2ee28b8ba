package io.countersign.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import io.countersign.overview.InsightsView;

/**
 * Bars of the time on each stage or level, as coordinates.
 *
 * @param width of the drawing
 */
record StageChart(int width, List<Tick> ticks, List<Bar> bars) {

	private static final int ROW = 40;

	private static final int TOP = 22;

	private static final int RIGHT = 84;

	/** What a bar is drawn from. */
	private record Line(String name, Optional<Duration> median, Optional<Duration> mostly, Optional<Duration> before,
			boolean slow) {
	}

	/** A line of the scale. */
	record Tick(double x, long days) {
	}

	/**
	 * One stage, or one level.
	 *
	 * @param name the key of its words
	 * @param y of its middle
	 * @param slow whether cases stay longest here
	 */
	record Bar(String name, double x, double y, double median, double mostly, Optional<Double> before,
			Duration medianTime, Duration mostlyTime, boolean slow) {
	}

	static StageChart of(InsightsView view, int width) {
		var slowest = view.slowest().map(InsightsView.StageTime::stage);
		return of(view.stages()
			.stream()
			.map((one) -> new Line("stage." + one.stage().name().toLowerCase(Locale.ROOT), one.median(), one.mostly(),
					one.before(), slowest.equals(Optional.of(one.stage()))))
			.toList(), width);
	}

	static StageChart ofLevels(InsightsView view, int width) {
		return of(view.levels()
			.stream()
			.map((one) -> new Line("level." + one.level(), one.median(), one.mostly(), one.before(), false))
			.toList(), width);
	}

	private static StageChart of(List<Line> lines, int width) {
		var shown = lines.stream().filter((one) -> one.median().isPresent()).toList();
		var left = (width > 500) ? 130 : 96;
		var longest = shown.stream().mapToLong((one) -> one.mostly().orElseThrow().toHours()).max().orElse(24);
		var days = Math.max(1, Math.ceilDiv(longest, 24));
		var perHour = (width - left - RIGHT) / (days * 24.0);
		var step = Math.max(1, Math.ceilDiv(days, 6));
		var ticks = IntStream.rangeClosed(0, (int) (days / step))
			.mapToObj((tick) -> new Tick(left + tick * step * 24 * perHour, tick * step))
			.toList();
		var bars = IntStream.range(0, shown.size())
			.mapToObj((row) -> bar(shown.get(row), left, TOP + ROW * row + ROW / 2.0, perHour))
			.toList();
		return new StageChart(width, ticks, bars);
	}

	public int height() {
		return TOP + ROW * this.bars.size() + 8;
	}

	private static Bar bar(Line time, double left, double y, double perHour) {
		var median = time.median().orElseThrow();
		var mostly = time.mostly().orElseThrow();
		return new Bar(time.name(), left, y, length(median, perHour), length(mostly, perHour),
				time.before().map((before) -> left + length(before, perHour)), median, mostly, time.slow());
	}

	/** Also what is hardly anything is seen. */
	private static double length(Duration time, double perHour) {
		return Math.max(3, time.toMinutes() / 60.0 * perHour);
	}

}
