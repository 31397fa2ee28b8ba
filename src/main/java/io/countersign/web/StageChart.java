package io.countersign.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.countersign.overview.InsightsView;
import io.countersign.overview.Stage;

/**
 * Bars of the time on each stage, as coordinates.
 *
 * @param width of the drawing
 */
record StageChart(int width, List<Tick> ticks, List<Bar> bars) {

	private static final int ROW = 40;

	private static final int TOP = 22;

	private static final int RIGHT = 84;

	/** A line of the scale. */
	record Tick(double x, long days) {
	}

	/**
	 * One stage.
	 *
	 * @param y of its middle
	 * @param slow whether cases stay longest here
	 */
	record Bar(Stage stage, double x, double y, double median, double mostly, Optional<Double> before,
			Duration medianTime, Duration mostlyTime, boolean slow) {
	}

	static StageChart of(InsightsView view, int width) {
		var shown = view.stages().stream().filter((one) -> one.median().isPresent()).toList();
		var left = (width > 500) ? 130 : 96;
		var longest = shown.stream().mapToLong((one) -> one.mostly().orElseThrow().toHours()).max().orElse(24);
		var days = Math.max(1, Math.ceilDiv(longest, 24));
		var perHour = (width - left - RIGHT) / (days * 24.0);
		var step = Math.max(1, Math.ceilDiv(days, 6));
		var ticks = IntStream.rangeClosed(0, (int) (days / step))
			.mapToObj((tick) -> new Tick(left + tick * step * 24 * perHour, tick * step))
			.toList();
		var slowest = view.slowest().map(InsightsView.StageTime::stage);
		var bars = IntStream.range(0, shown.size())
			.mapToObj((row) -> bar(shown.get(row), left, TOP + ROW * row + ROW / 2.0, perHour,
					slowest.equals(Optional.of(shown.get(row).stage()))))
			.toList();
		return new StageChart(width, ticks, bars);
	}

	public int height() {
		return TOP + ROW * this.bars.size() + 8;
	}

	private static Bar bar(InsightsView.StageTime time, double left, double y, double perHour, boolean slow) {
		var median = time.median().orElseThrow();
		var mostly = time.mostly().orElseThrow();
		return new Bar(time.stage(), left, y, length(median, perHour), length(mostly, perHour),
				time.before().map((before) -> left + length(before, perHour)), median, mostly, slow);
	}

	/** Also what is hardly anything is seen. */
	private static double length(Duration time, double perHour) {
		return Math.max(3, time.toMinutes() / 60.0 * perHour);
	}

}
