package io.countersign.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Finds the day a sentence names at a word. */
final class DayReader {

	private final DatedWords sentence;

	private final WrittenDates dates;

	private final Weekdays weekdays;

	/** The ways of naming a day, the most exact first. */
	private final List<IntFunction<Optional<Moment>>> ways;

	DayReader(DatedWords sentence) {
		this.sentence = sentence;
		this.dates = new WrittenDates(sentence);
		this.weekdays = new Weekdays(sentence, this.dates);
		var periods = new Periods(sentence, this.dates);
		this.ways = List.of(this.weekdays::weekday, this.dates::at, periods::ahead, this.weekdays::week, this::day,
				periods::month, periods::period, periods::feast);
	}

	Optional<Moment> at(int from) {
		return this.ways.stream().flatMap((way) -> way.apply(from).stream()).findFirst();
	}

	private Optional<Moment> day(int from) {
		return this.sentence.at("day", from).map((hit) -> {
			var to = from + hit.words();
			var named = (hit.number() == 0) ? this.weekdays.weekday(to).or(() -> this.dates.at(to))
					: Optional.<Moment>empty();
			return named.map((day) -> new Moment(from, day.to(), day.day(), day.time()))
				.orElseGet(() -> Moment.ofDay(from, to, this.sentence.today().plusDays(hit.number())));
		});
	}

}
