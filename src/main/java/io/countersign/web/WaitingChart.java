package io.countersign.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.countersign.overview.InsightsView;

/**
 * Circles of how many days the units have waited for each other, as coordinates. It shows
 * the units that count most; the table has them all.
 */
record WaitingChart(int width, List<Name> rows, List<Name> columns, List<Circle> circles) {

	private static final int MOST_ROWS = 6;

	private static final int TOP = 34;

	private static final int ROW = 44;

	private static final double LARGEST = 20;

	/** So wide that a number fits inside. */
	private static final double ROOMY = 11;

	/** What stands beside a row or over a column, and where its middle is. */
	record Name(String unit, double at) {
	}

	/**
	 * One unit waits for another.
	 *
	 * @param shade from one to four
	 */
	record Circle(double x, double y, double r, long days, int shade, boolean roomy) {
	}

	static WaitingChart of(InsightsView view, int width, int mostColumns) {
		var left = (width > 500) ? 150 : 100;
		var who = units(view, InsightsView.Waiting::who, MOST_ROWS);
		var whom = units(view, InsightsView.Waiting::forWhom, mostColumns);
		var room = (width - left) / (double) Math.max(1, whom.size());
		var rows = IntStream.range(0, who.size())
			.mapToObj((at) -> new Name(who.get(at), TOP + ROW * at + ROW / 2.0))
			.toList();
		var columns = IntStream.range(0, whom.size())
			.mapToObj((at) -> new Name(whom.get(at), left + room * at + room / 2))
			.toList();
		var most = view.waiting().stream().mapToLong(InsightsView.Waiting::days).max().orElse(1);
		var circles = rows.stream()
			.flatMap((row) -> columns.stream().flatMap((column) -> circle(view, row, column, Math.max(1, most))))
			.toList();
		return new WaitingChart(width, rows, columns, circles);
	}

	public int height() {
		return TOP + ROW * this.rows.size();
	}

	/** The area of a circle stands for the days. */
	private static Stream<Circle> circle(InsightsView view, Name row, Name column, long most) {
		return view.waiting()
			.stream()
			.filter((one) -> one.who().equals(row.unit()) && one.forWhom().equals(column.unit()))
			.map((one) -> {
				var r = Math.max(2.5, LARGEST * Math.sqrt(one.days() / (double) most));
				return new Circle(column.at(), row.at(), r, one.days(), 1 + (int) Math.min(3, 4 * one.days() / most),
						r >= ROOMY);
			});
	}

	private static List<String> units(InsightsView view, Function<InsightsView.Waiting, String> which, int most) {
		return view.waiting()
			.stream()
			.collect(Collectors.groupingBy(which, Collectors.summingLong(InsightsView.Waiting::days)))
			.entrySet()
			.stream()
			.sorted(Comparator.comparing((Map.Entry<String, Long> unit) -> -unit.getValue())
				.thenComparing(Map.Entry::getKey))
			.limit(most)
			.map(Map.Entry::getKey)
			.toList();
	}

}
