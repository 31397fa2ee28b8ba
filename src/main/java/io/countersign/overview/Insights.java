package io.countersign.overview;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.springframework.stereotype.Service;

/** Where decisions wait and how long, counted from the journal and nothing else. */
@Service
public class Insights {

	private static final List<Stage> STAGES = List.of(Stage.DETECTED, Stage.PREPARED, Stage.DECIDE);

	private static final int MOSTLY = 85;

	private final TaleRepository tales;

	private final DueScale scale;

	private final Clock clock;

	Insights(TaleRepository tales, DueScale scale, Clock clock) {
		this.tales = tales;
		this.scale = scale;
		this.clock = clock;
	}

	/**
	 * @param days how long the period is that ends now
	 */
	public InsightsView of(int days) {
		var now = this.clock.instant();
		var period = new Period(now.minus(Duration.ofDays(days)), now);
		var before = new Period(period.from().minus(Duration.ofDays(days)), period.from());
		var all = this.tales.since(before.from());
		var decided = all.stream().filter((tale) -> tale.decidedAt().filter(period).isPresent()).toList();
		var bound = decided.stream().filter((tale) -> tale.deadline().isPresent()).toList();
		return new InsightsView(day(period.from()), day(now),
				count(all, (tale) -> tale.openedAt().filter(period).isPresent()), decided.size(),
				count(all, CaseTale::runs), share(bound, Insights::isOnTime), share(decided, CaseTale::cameBack),
				quantile(decided.stream().map(this::duration).toList(), 50),
				STAGES.stream().map((stage) -> stageTime(stage, all, period, before)).toList(), weeks(all, period),
				waiting(all, period), STAGES.stream().map((stage) -> age(stage, all, now)).toList());
	}

	private record Period(Instant from, Instant to) implements Predicate<Instant> {

		@Override
		public boolean test(Instant at) {
			return !at.isBefore(this.from) && at.isBefore(this.to);
		}

	}

	private static boolean isOnTime(CaseTale tale) {
		return tale.deadline().filter((deadline) -> tale.decidedAt().orElseThrow().isAfter(deadline)).isEmpty();
	}

	private Duration duration(CaseTale tale) {
		return this.scale.worked(tale.openedAt().orElseThrow(), tale.decidedAt().orElseThrow());
	}

	private InsightsView.StageTime stageTime(Stage stage, List<CaseTale> all, Period period, Period before) {
		var stays = left(stage, all, period);
		return new InsightsView.StageTime(stage, stays.size(), quantile(stays, 50), quantile(stays, MOSTLY),
				quantile(left(stage, all, before), 50));
	}

	private List<Duration> left(Stage stage, List<CaseTale> all, Period period) {
		return all.stream()
			.flatMap((tale) -> tale.stays().stream())
			.filter((stay) -> stay.stage() == stage && stay.until().filter(period).isPresent())
			.map((stay) -> this.scale.worked(stay.from(), stay.until().orElseThrow()))
			.toList();
	}

	private List<InsightsView.Week> weeks(List<CaseTale> all, Period period) {
		var weeks = new TreeMap<LocalDate, int[]>();
		for (var monday = monday(period.from()); !monday.isAfter(day(period.to())); monday = monday.plusWeeks(1)) {
			weeks.put(monday, new int[3]);
		}
		for (var tale : all) {
			tale.openedAt().filter(period).ifPresent((at) -> weeks.computeIfAbsent(monday(at), (_) -> new int[3])[0]++);
			tale.decidedAt()
				.filter(period)
				.ifPresent((at) -> weeks.computeIfAbsent(monday(at), (_) -> new int[3])[isOnTime(tale) ? 1 : 2]++);
		}
		return weeks.entrySet().stream().map(Insights::week).toList();
	}

	private static InsightsView.Week week(Map.Entry<LocalDate, int[]> week) {
		var counts = week.getValue();
		return new InsightsView.Week(week.getKey(), week.getKey().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), counts[0],
				counts[1], counts[2]);
	}

	/** Whoever has asked waits, as long as the case is to be decided by somebody else. */
	private List<InsightsView.Waiting> waiting(List<CaseTale> all, Period period) {
		var units = units(all);
		var waits = new TreeMap<String, List<Duration>>();
		for (var tale : all) {
			var who = tale.requester().map(units::get);
			tale.stays().stream().filter((stay) -> stay.stage() == Stage.DECIDE).forEach((stay) -> {
				var whom = stay.holder().map(units::get);
				var waited = within(stay, period);
				if (who.isPresent() && whom.isPresent() && !waited.isZero()) {
					waits.computeIfAbsent(who.get() + "\n" + whom.get(), (_) -> new ArrayList<>()).add(waited);
				}
			});
		}
		return waits.entrySet()
			.stream()
			.filter((one) -> one.getValue().size() >= InsightsView.FEWEST)
			.map((one) -> waiting(one.getKey().split("\n", 2), one.getValue()))
			.toList();
	}

	private static InsightsView.Waiting waiting(String[] pair, List<Duration> waited) {
		var sum = waited.stream().reduce(Duration.ZERO, Duration::plus);
		return new InsightsView.Waiting(pair[0], pair[1], waited.size(), Math.round(sum.toHours() / 24.0));
	}

	private Duration within(Stay stay, Period period) {
		var from = stay.from().isBefore(period.from()) ? period.from() : stay.from();
		var until = stay.until().filter((at) -> at.isBefore(period.to())).orElse(period.to());
		return this.scale.worked(from, until);
	}

	private Map<String, String> units(List<CaseTale> all) {
		var addresses = all.stream()
			.flatMap((tale) -> Stream.concat(tale.requester().stream(),
					tale.stays().stream().flatMap((stay) -> stay.holder().stream())))
			.distinct()
			.toList();
		return this.tales.units(addresses);
	}

	private InsightsView.Age age(Stage stage, List<CaseTale> all, Instant now) {
		var days = all.stream()
			.filter(CaseTale::runs)
			.flatMap((tale) -> tale.stays().reversed().stream().limit(1))
			.filter((stay) -> stay.stage() == stage)
			.map((stay) -> this.scale.worked(stay.from(), now).toDays())
			.toList();
		return new InsightsView.Age(stage, count(days, (day) -> day < 1), count(days, (day) -> day >= 1 && day < 3),
				count(days, (day) -> day >= 3 && day < 7), count(days, (day) -> day >= 7));
	}

	private static <T> int count(List<T> all, Predicate<T> what) {
		return (int) all.stream().filter(what).count();
	}

	/** In percent, rounded; nothing of a group that is too small. */
	private static Optional<Integer> share(List<CaseTale> of, Predicate<CaseTale> what) {
		return (of.size() < InsightsView.FEWEST) ? Optional.empty()
				: Optional.of(Math.round(100f * count(of, what) / of.size()));
	}

	/** The smallest that at least so many percent do not exceed. */
	private static Optional<Duration> quantile(List<Duration> all, int percent) {
		if (all.size() < InsightsView.FEWEST) {
			return Optional.empty();
		}
		var rank = (int) Math.ceil(percent * all.size() / 100.0);
		return Optional.of(all.stream().sorted().toList().get(rank - 1));
	}

	private LocalDate monday(Instant at) {
		return day(at).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
	}

	private LocalDate day(Instant at) {
		return at.atZone(this.scale.zone()).toLocalDate();
	}

}
