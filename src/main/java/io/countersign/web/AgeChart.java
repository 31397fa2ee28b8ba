package io.countersign.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import io.countersign.overview.Due;
import io.countersign.overview.InsightsView;
import io.countersign.overview.Stage;

/**
 * A dot for each running case, as high as it has been long on its stage, before bands of
 * what is usual there. As coordinates.
 */
record AgeChart(int width, List<Tick> ticks, List<Field> fields) {

	/** More dots than that are a stain. */
	private static final int MOST = 150;

	private static final int TOP = 12;

	private static final int BOTTOM = 220;

	private static final int LEFT = 34;

	private static final int BETWEEN = 8;

	/** A line of the scale. */
	record Tick(double y, long days) {
	}

	/**
	 * One stage.
	 *
	 * @param median the height under which half of them leave it
	 * @param mostly the height under which most do
	 */
	record Field(Stage stage, double x, double wide, Optional<Double> median, Optional<Double> mostly, List<Dot> dots) {

		public double middle() {
			return this.x + this.wide / 2;
		}

	}

	/** One case. */
	record Dot(double x, double y, Due.State due) {
	}

	static AgeChart of(InsightsView view, int width) {
		var days = Math.max(1, Math.ceilDiv(longest(view).toHours(), 24));
		var perHour = (BOTTOM - TOP) / (days * 24.0);
		var wide = (width - LEFT) / (double) view.ages().size() - 2 * BETWEEN;
		var step = Math.max(1, Math.ceilDiv(days, 5));
		var ticks = IntStream.rangeClosed(0, (int) (days / step))
			.mapToObj((tick) -> new Tick(BOTTOM - tick * step * 24 * perHour, tick * step))
			.toList();
		var fields = IntStream.range(0, view.ages().size())
			.mapToObj(
					(at) -> field(view, view.ages().get(at), LEFT + (wide + 2 * BETWEEN) * at + BETWEEN, wide, perHour))
			.toList();
		return new AgeChart(width, ticks, fields);
	}

	private static Duration longest(InsightsView view) {
		var usual = view.stages().stream().flatMap((stage) -> stage.mostly().stream()).max(Duration::compareTo);
		var oldest = view.ages()
			.stream()
			.flatMap((stage) -> stage.cases().stream())
			.map(InsightsView.Sitting::age)
			.max(Duration::compareTo);
		return List.of(usual.orElse(Duration.ZERO), oldest.orElse(Duration.ZERO))
			.stream()
			.max(Duration::compareTo)
			.orElseThrow();
	}

	private static Field field(InsightsView view, InsightsView.Age age, double x, double wide, double perHour) {
		var usual = view.stages().stream().filter((one) -> one.stage() == age.stage()).findFirst();
		var shown = Math.min(MOST, age.cases().size());
		var dots = IntStream.range(0, shown)
			.mapToObj((at) -> new Dot(x + wide * (at + 0.5) / shown, height(age.cases().get(at).age(), perHour),
					age.cases().get(at).due()))
			.toList();
		return new Field(age.stage(), x, wide,
				usual.flatMap(InsightsView.StageTime::median).map((one) -> height(one, perHour)),
				usual.flatMap(InsightsView.StageTime::mostly).map((one) -> height(one, perHour)), dots);
	}

	private static double height(Duration time, double perHour) {
		return BOTTOM - time.toMinutes() / 60.0 * perHour;
	}

}
