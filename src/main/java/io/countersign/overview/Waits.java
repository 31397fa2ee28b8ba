package io.countersign.overview;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds up how long those of one unit have waited for those of another.
 *
 * @param units where people work, by address
 */
record Waits(DueScale scale, Map<String, String> units) {

	/**
	 * Whoever has asked waits, as long as somebody else checks the case or is to decide
	 * it.
	 */
	List<InsightsView.Waiting> of(List<CaseTale> all, Period period) {
		var waits = new TreeMap<String, List<Duration>>();
		var cases = new HashMap<String, Integer>();
		for (var tale : all) {
			var who = tale.requester().map(this.units::get);
			var pairs = new HashSet<String>();
			tale.stays().stream().filter(Waits::isElsewhere).forEach((stay) -> {
				var whom = stay.holder().map(this.units::get);
				var waited = within(stay, period);
				if (who.isPresent() && whom.isPresent() && !waited.isZero()) {
					var pair = who.get() + "\n" + whom.get();
					waits.computeIfAbsent(pair, (_) -> new ArrayList<>()).add(waited);
					pairs.add(pair);
				}
			});
			pairs.forEach((pair) -> cases.merge(pair, 1, Integer::sum));
		}
		return waits.entrySet()
			.stream()
			.filter((one) -> cases.getOrDefault(one.getKey(), 0) >= InsightsView.FEWEST)
			.map((one) -> waiting(one.getKey().split("\n", 2), one.getValue()))
			.toList();
	}

	private static InsightsView.Waiting waiting(String[] pair, List<Duration> waited) {
		var sum = waited.stream().reduce(Duration.ZERO, Duration::plus);
		return new InsightsView.Waiting(pair[0], pair[1], waited.size(), Math.round(sum.toHours() / 24.0));
	}

	private static boolean isElsewhere(Stay stay) {
		return stay.stage() == Stage.CHECKED || stay.stage() == Stage.DECIDE;
	}

	private Duration within(Stay stay, Period period) {
		var from = stay.from().isBefore(period.from()) ? period.from() : stay.from();
		var until = stay.until().filter((at) -> at.isBefore(period.to())).orElse(period.to());
		return this.scale.worked(from, until);
	}

}
