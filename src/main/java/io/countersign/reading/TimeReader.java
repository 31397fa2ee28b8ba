package io.countersign.reading;

import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds the time of day a sentence names at a word. */
final class TimeReader {

	private static final Pattern CLOCK = Pattern.compile("([01]?\\d|2[0-4])[:.]([0-5]\\d)");

	/** "0900"; what may be a year is none. */
	private static final Pattern UNDIVIDED = Pattern.compile("(?:0\\d|1[0-8]|2[23])[0-5]\\d");

	private static final Pattern HOUR = Pattern.compile("([01]?\\d|2[0-4])");

	private static final Pattern SHORT_FORM = Pattern
		.compile("([01]?\\d|2[0-4])(?:[:.]([0-5]\\d))?(am|pm|h|uhr|ish|-?tiden|-?tida)");

	/** Before this hour nobody means the morning when he says just the number. */
	private static final int WORK_BEGINS = 7;

	/** "Tomorrow at the very latest by 11". */
	private static final int DAY_NEAR = 4;

	private final DateBook book;

	private final Words words;

	TimeReader(DateBook book, Words words) {
		this.book = book;
		this.words = words;
	}

	Optional<Moment> at(int from) {
		return part(from).or(() -> clock(from))
			.or(() -> offset(from, from))
			.or(() -> written(from))
			.or(() -> bare(from));
	}

	private Optional<Moment> part(int from) {
		return this.book.at("part", this.words, from)
			.map((hit) -> Moment.ofTime(from, from + hit.words(), LocalTime.parse(hit.meaning())));
	}

	/** "Kl. 12", "at 10:00", "um 9". */
	private Optional<Moment> clock(int from) {
		return this.book.at("clock", this.words, from).flatMap((hit) -> {
			var at = from + hit.words();
			return number(from, at, true).or(() -> offset(from, at)).or(() -> named(from, at));
		});
	}

	/** "Half past two", "kvart i ti", "halb zehn". */
	private Optional<Moment> offset(int from, int at) {
		return this.book.at("offset", this.words, at).flatMap((hit) -> {
			var hour = at + hit.words();
			return (HOUR.matcher(word(hour)).matches() ? number(from, hour, true)
					: this.book.at("hour name", this.words, hour).flatMap((name) -> hour(from, hour, name)))
				.flatMap((moment) -> moment.time()
					.map((time) -> Moment.ofTime(moment.from(), moment.to(), time.plusMinutes(hit.number()))));
		});
	}

	/** "At four". */
	private Optional<Moment> named(int from, int at) {
		return this.book.at("hour name", this.words, at)
			.filter((_) -> endsWith(at) || this.book.at("sure clock", this.words, from).isPresent())
			.flatMap((name) -> hour(from, at, name));
	}

	/**
	 * "Four o'clock", "vier Uhr", "by five tomorrow"; "one this afternoon" may be a
	 * thing.
	 */
	private Optional<Moment> named(int from, DateBook.Hit name) {
		var to = from + name.words();
		var behind = this.book.at("hour", this.words, to);
		return behind.filter((hour) -> hour.meaning().equals("1") || isLed(from))
			.flatMap((hour) -> time(from, to + hour.words(), name.number(), 0,
					hour.meaning().equals("1") ? "guess" : hour.meaning()))
			.or(() -> (isLed(from) && isDay(to)) ? hour(from, from, name) : Optional.empty());
	}

	private boolean isLed(int at) {
		return at > 0 && this.book.before("by", this.words, at).isPresent();
	}

	private static Optional<Moment> hour(int from, int at, DateBook.Hit name) {
		return time(from, at + name.words(), name.number(), 0, "guess");
	}

	/** "10:00", "3 pm", "9 Uhr". */
	private Optional<Moment> written(int from) {
		var word = word(from);
		var glued = SHORT_FORM.matcher(word);
		if (glued.matches()) {
			var minute = glued.group(2);
			return time(from, from + 1, Integer.parseInt(glued.group(1)),
					(minute == null) ? 0 : Integer.parseInt(minute),
					glued.group(3).equals("ish") ? "guess" : glued.group(3));
		}
		var named = this.book.at("hour name", this.words, from);
		if (named.isPresent()) {
			return named(from, named.get());
		}
		return (word.indexOf(':') > 0 || this.book.at("hour", this.words, from + 1).isPresent())
				? number(from, from, false) : Optional.empty();
	}

	/** "14.30", "0900" and "at nine", which elsewhere may be numbers as well. */
	Optional<Moment> behindADay(int from) {
		if (CLOCK.matcher(word(from)).matches()) {
			return number(from, from, false);
		}
		if (UNDIVIDED.matcher(word(from)).matches()) {
			return undivided(from);
		}
		return this.book.at("clock", this.words, from)
			.flatMap((hit) -> this.book.at("hour name", this.words, from + hit.words())
				.flatMap((name) -> hour(from, from + hit.words(), name)));
	}

	/** "Before 11", "before 11.30" at the end of what is said. */
	private Optional<Moment> bare(int from) {
		if (!isLed(from)) {
			return Optional.empty();
		}
		if (UNDIVIDED.matcher(word(from)).matches()) {
			return isDay(from + 1) || isDay(from + 2) ? undivided(from) : Optional.empty();
		}
		var isTime = HOUR.matcher(word(from)).matches() || CLOCK.matcher(word(from)).matches();
		return (isTime && (endsWith(from) || isAskedFor(from))) ? number(from, from, true) : Optional.empty();
	}

	/** "Before 11.30?", and "today before 11?": a number alone may be one of anything. */
	private boolean isAskedFor(int at) {
		var isClock = CLOCK.matcher(word(at)).matches();
		var isDated = IntStream.range(Math.max(0, at - DAY_NEAR), at).anyMatch(this::isDay);
		return word(at + 1).equals("?") ? isClock || isDated : isClock && isDated;
	}

	private Optional<Moment> undivided(int at) {
		return time(at, at + 1, Integer.parseInt(word(at).substring(0, 2)), Integer.parseInt(word(at).substring(2)),
				"");
	}

	/** Whether nothing stands behind a word that it could be the number of. */
	private boolean endsWith(int at) {
		return at + 1 == this.words.size() || this.words.isBehindCut(at + 1) || isDay(at + 1)
				|| (this.book.at("of", this.words, at + 1).isEmpty() && isDay(at + 2));
	}

	private boolean isDay(int at) {
		return this.book.at("day", this.words, at).isPresent() || this.book.at("weekday", this.words, at).isPresent();
	}

	private Optional<Moment> number(int from, int at, boolean guess) {
		var behind = this.book.at("hour", this.words, at + 1);
		var to = at + 1 + behind.map(DateBook.Hit::words).orElse(0);
		var half = behind.map(DateBook.Hit::meaning).orElse(guess ? "guess" : "");
		var clock = CLOCK.matcher(word(at));
		if (clock.matches()) {
			return time(from, to, Integer.parseInt(clock.group(1)), Integer.parseInt(clock.group(2)),
					half.equals("guess") ? "" : half);
		}
		return HOUR.matcher(word(at)).matches() ? time(from, to, Integer.parseInt(word(at)), 0, half)
				: Optional.empty();
	}

	private static Optional<Moment> time(int from, int to, int hour, int minute, String half) {
		var real = switch (half) {
			case "pm" -> (hour < 12) ? hour + 12 : hour;
			case "am" -> (hour == 12) ? 0 : hour;
			case "guess" -> (hour > 0 && hour < WORK_BEGINS) ? hour + 12 : hour;
			default -> hour;
		};
		return Optional.of(Moment.ofTime(from, to, (real >= 24) ? LocalTime.of(23, 59) : LocalTime.of(real, minute)));
	}

	private String word(int at) {
		return (at >= 0 && at < this.words.size()) ? this.words.at(at) : "-";
	}

}
