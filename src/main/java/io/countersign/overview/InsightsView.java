package io.countersign.overview;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How decisions have flowed in a period. Time is that of working days. Figures that rest
 * on fewer cases than {@link #FEWEST} are left out, so that nobody is singled out.
 *
 * @param median from detection to the decision
 */
public record InsightsView(LocalDate from, LocalDate to, int opened, int decided, int running, Optional<Integer> onTime,
		Optional<Integer> cameBack, Optional<Duration> median, List<StageTime> stages, List<Week> weeks,
		List<Waiting> waiting, List<Age> ages) {

	/** The smallest group of cases of which anything is said. */
	public static final int FEWEST = 5;

	/**
	 * How long cases have stayed on a stage they have left in the period.
	 *
	 * @param before the median of the period before
	 */
	public record StageTime(Stage stage, int stays, Optional<Duration> median, Optional<Duration> mostly,
			Optional<Duration> before) {
	}

	/**
	 * One calendar week.
	 *
	 * @param start its Monday
	 * @param onTime decided without missing a deadline
	 */
	public record Week(LocalDate start, int number, int opened, int onTime, int late) {
	}

	/** How many days those of one unit have waited for those of another. */
	public record Waiting(String who, String forWhom, int cases, long days) {
	}

	/** How old the running cases are on the stage where they are. */
	public record Age(Stage stage, int day, int days3, int week, int older) {

		public int all() {
			return this.day + this.days3 + this.week + this.older;
		}

	}

	/** Anything shorter would be shown as no time at all. */
	private static final Duration LEAST = Duration.ofMinutes(72);

	/** The stage on which cases stay longest, where they stay at all. */
	public Optional<StageTime> slowest() {
		return this.stages.stream()
			.filter((one) -> one.median().filter((median) -> median.compareTo(LEAST) >= 0).isPresent())
			.max((one, other) -> one.median().orElseThrow().compareTo(other.median().orElseThrow()));
	}

}
