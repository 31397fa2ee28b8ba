package io.countersign.overview;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.countersign.identity.Level;

/**
 * How decisions have flowed in a period. Time is that of working days. Figures that rest
 * on fewer cases than {@link #FEWEST} are left out, so that nobody is singled out.
 *
 * @param median from detection to the decision
 * @param units those that have asked for enough to be looked at alone
 */
public record InsightsView(LocalDate from, LocalDate to, int opened, int decided, int running, Optional<Integer> onTime,
		Optional<Integer> cameBack, Optional<Duration> median, Before before, Replies replies, List<StageTime> stages,
		List<LevelTime> levels, List<Week> weeks, List<Waiting> waiting, List<Age> ages, List<String> units) {

	/** The smallest group of cases of which anything is said. */
	public static final int FEWEST = 5;

	/** The same figures of the period before. */
	public record Before(int decided, Optional<Integer> onTime, Optional<Integer> cameBack, Optional<Duration> median) {
	}

	/**
	 * How people answer.
	 *
	 * @param inThread how many in a hundred have simply answered where they were asked
	 * @param median how long those took, by the clock
	 */
	public record Replies(int given, Optional<Integer> inThread, Optional<Duration> median) {
	}

	/**
	 * How long cases have stayed on a stage they have left in the period.
	 *
	 * @param before the median of the period before
	 */
	public record StageTime(Stage stage, int stays, Optional<Duration> median, Optional<Duration> mostly,
			Optional<Duration> before) {
	}

	/**
	 * How long cases have been with those of one level when they left them in the period.
	 *
	 * @param queue how many are with them now
	 * @param before the median of the period before
	 */
	public record LevelTime(Level level, int stays, int queue, Optional<Duration> median, Optional<Duration> mostly,
			Optional<Duration> before) {
	}

	/**
	 * One calendar week.
	 *
	 * @param start its Monday
	 * @param onTime decided without missing a deadline
	 * @param bound decided of those that had one
	 */
	public record Week(LocalDate start, int number, int opened, int onTime, int late, int bound) {

		/** In percent of those that had a deadline. */
		public Optional<Integer> share() {
			return (this.bound < FEWEST) ? Optional.empty()
					: Optional.of(Math.round(100f * (this.bound - this.late) / this.bound));
		}

	}

	/** How many days those of one unit have waited for those of another. */
	public record Waiting(String who, String forWhom, int cases, long days) {
	}

	/** One running case: how long it has been where it is, and how near its deadline. */
	public record Sitting(Duration age, Due.State due) {
	}

	/** How old the running cases are on the stage where they are. */
	public record Age(Stage stage, int day, int days3, int week, int older, List<Sitting> cases) {

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
