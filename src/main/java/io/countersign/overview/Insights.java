package io.countersign.overview;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.identity.Level;

import org.springframework.stereotype.Service;

/** Where decisions wait and how long, counted from the journal and nothing else. */
@Service
public class Insights {

	private static final List<Stage> STAGES = List.of(Stage.DETECTED, Stage.PREPARED, Stage.CHECKED, Stage.DECIDE);

	private static final int MOSTLY = 85;

	/** Whoever answers so has learnt nothing new. */
	private static final Set<String> IN_THREAD = Set.of("mail_reply", "chat");

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
	 * @param unit whose requests alone are counted, if it has made enough of them
	 */
	public InsightsView of(int days, Optional<String> unit) {
		var now = this.clock.instant();
		var period = new Period(now.minus(Duration.ofDays(days)), now);
		var before = new Period(period.from().minus(Duration.ofDays(days)), period.from());
		var everything = this.tales.since(before.from());
		var units = this.tales.units(people(everything));
		var asking = asking(everything, units);
		var only = unit.filter(asking::contains);
		var all = everything.stream().filter((tale) -> only.isEmpty() || only.equals(asker(tale, units))).toList();
		var decided = decided(all, period);
		return new InsightsView(day(period.from()), day(now),
				count(all, (tale) -> tale.openedAt().filter(period).isPresent()), decided.size(),
				count(all, CaseTale::runs), onTime(decided), share(decided, CaseTale::cameBack), median(decided),
				before(decided(all, before)), replies(all, period),
				STAGES.stream().map((stage) -> stageTime(stage, all, period, before)).toList(),
				levels(all, period, before), new Weeks(this.scale.zone()).of(all, period),
				new Waits(this.scale, units).of(all, period),
				STAGES.stream().map((stage) -> age(stage, all, now)).toList(), asking);
	}

	private InsightsView.Before before(List<CaseTale> decided) {
		return new InsightsView.Before(decided.size(), onTime(decided), share(decided, CaseTale::cameBack),
				median(decided));
	}

	private static List<CaseTale> decided(List<CaseTale> all, Period period) {
		return all.stream().filter((tale) -> tale.decidedAt().filter(period).isPresent()).toList();
	}

	private static Optional<Integer> onTime(List<CaseTale> decided) {
		return share(decided.stream().filter((tale) -> tale.deadline().isPresent()).toList(), CaseTale::isOnTime);
	}

	private Optional<Duration> median(List<CaseTale> decided) {
		return quantile(decided.stream().map(this::duration).toList(), 50);
	}

	private static InsightsView.Replies replies(List<CaseTale> all, Period period) {
		var given = all.stream()
			.flatMap((tale) -> tale.replies().stream())
			.filter((reply) -> period.test(reply.at()))
			.toList();
		var inThread = given.stream().filter((reply) -> IN_THREAD.contains(reply.method())).toList();
		return new InsightsView.Replies(given.size(), share(given.size(), inThread.size()),
				quantile(inThread.stream()
					.flatMap((reply) -> reply.asked().map((asked) -> Duration.between(asked, reply.at())).stream())
					.toList(), 50));
	}

	private static Optional<String> asker(CaseTale tale, Map<String, String> units) {
		return tale.requester().map(units::get);
	}

	private static List<String> asking(List<CaseTale> all, Map<String, String> units) {
		return all.stream()
			.flatMap((tale) -> asker(tale, units).stream())
			.collect(Collectors.groupingBy((unit) -> unit, TreeMap::new, Collectors.counting()))
			.entrySet()
			.stream()
			.filter((unit) -> unit.getValue() >= InsightsView.FEWEST)
			.map(Map.Entry::getKey)
			.toList();
	}

	private Duration duration(CaseTale tale) {
		return this.scale.worked(tale.openedAt().orElseThrow(), tale.decidedAt().orElseThrow());
	}

	private InsightsView.StageTime stageTime(Stage stage, List<CaseTale> all, Period period, Period before) {
		Predicate<Stay> there = (stay) -> stay.stage() == stage;
		var stays = left(there, all, period);
		return new InsightsView.StageTime(stage, stays.size(), quantile(stays, 50), quantile(stays, MOSTLY),
				quantile(left(there, all, before), 50));
	}

	private List<Duration> left(Predicate<Stay> which, List<CaseTale> all, Period period) {
		return all.stream()
			.flatMap((tale) -> tale.stays().stream())
			.filter((stay) -> which.test(stay) && stay.until().filter(period).isPresent())
			.map((stay) -> this.scale.worked(stay.from(), stay.until().orElseThrow()))
			.toList();
	}

	/** From the top down; levels that have had nothing are left out. */
	private List<InsightsView.LevelTime> levels(List<CaseTale> all, Period period, Period before) {
		var levels = this.tales.levels(people(all));
		return Stream.of(Level.values())
			.sorted(Comparator.reverseOrder())
			.map((level) -> levelTime(level, all, levels, period, before))
			.filter((time) -> time.stays() > 0 || time.queue() > 0)
			.toList();
	}

	private InsightsView.LevelTime levelTime(Level level, List<CaseTale> all, Map<String, Level> levels, Period period,
			Period before) {
		Predicate<Stay> theirs = (stay) -> stay.holder().map(levels::get).filter(level::equals).isPresent();
		var stays = left(theirs, all, period);
		var queue = count(all, (tale) -> tale.runs() && tale.stays().reversed().stream().limit(1).anyMatch(theirs));
		return new InsightsView.LevelTime(level, stays.size(), queue, quantile(stays, 50), quantile(stays, MOSTLY),
				quantile(left(theirs, all, before), 50));
	}

	private static List<String> people(List<CaseTale> all) {
		return all.stream()
			.flatMap((tale) -> Stream.concat(tale.requester().stream(),
					tale.stays().stream().flatMap((stay) -> stay.holder().stream())))
			.distinct()
			.toList();
	}

	private InsightsView.Age age(Stage stage, List<CaseTale> all, Instant now) {
		var sitting = all.stream()
			.filter(CaseTale::runs)
			.flatMap((tale) -> tale.stays()
				.reversed()
				.stream()
				.limit(1)
				.filter((stay) -> stay.stage() == stage)
				.map((stay) -> new InsightsView.Sitting(this.scale.worked(stay.from(), now),
						this.scale.of(tale.deadline()).state())))
			.toList();
		var days = sitting.stream().map((one) -> one.age().toDays()).toList();
		return new InsightsView.Age(stage, count(days, (day) -> day < 1), count(days, (day) -> day >= 1 && day < 3),
				count(days, (day) -> day >= 3 && day < 7), count(days, (day) -> day >= 7), sitting);
	}

	private static <T> int count(List<T> all, Predicate<T> what) {
		return (int) all.stream().filter(what).count();
	}

	private static Optional<Integer> share(List<CaseTale> of, Predicate<CaseTale> what) {
		return share(of.size(), count(of, what));
	}

	/** In percent, rounded; nothing of a group that is too small. */
	private static Optional<Integer> share(int of, int part) {
		return (of < InsightsView.FEWEST) ? Optional.empty() : Optional.of(Math.round(100f * part / of));
	}

	/** The smallest that at least so many percent do not exceed. */
	private static Optional<Duration> quantile(List<Duration> all, int percent) {
		if (all.size() < InsightsView.FEWEST) {
			return Optional.empty();
		}
		var rank = (int) Math.ceil(percent * all.size() / 100.0);
		return Optional.of(all.stream().sorted().toList().get(rank - 1));
	}

	private LocalDate day(Instant at) {
		return at.atZone(this.scale.zone()).toLocalDate();
	}

}
