package io.countersign.web;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.countersign.overview.BoardRow;
import io.countersign.overview.Due;
import io.countersign.overview.DueScale;
import io.countersign.overview.Initials;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Times and deadlines in the reader's words; templates call it as {@code @wording}. */
@Component("wording")
class Wording {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final Duration HOUR = Duration.ofHours(1);

	private static final Duration DAY = Duration.ofDays(1);

	/** Less than a tenth of a day is not nothing. */
	private static final Duration LEAST = Duration.ofMinutes(72);

	private final MessageSource messages;

	private final DueScale scale;

	private final Clock clock;

	Wording(MessageSource messages, DueScale scale, Clock clock) {
		this.messages = messages;
		this.scale = scale;
		this.clock = clock;
	}

	/** The deadline as one thinks of it: what is left, or the day. */
	public String due(Due due) {
		return switch (due.state()) {
			case OVER -> text("due.over", span(due.left().abs()));
			case TODAY -> span(due.left());
			case SOON -> text("due.day", weekday(due), time(due));
			case LATER -> text("span.days", days(due));
			case NONE -> text("due.none");
			case DONE -> text("due.done");
		};
	}

	/** The same deadline as a date, or nothing where the words already say it. */
	public String dueDate(Due due) {
		return switch (due.state()) {
			case OVER, LATER -> due.deadline().map(this::moment).orElse("");
			case TODAY -> due.deadline().map(this::moment).orElse("");
			case SOON -> due.deadline().map((at) -> pattern("date.day").format(local(at))).orElse("");
			case NONE, DONE -> "";
		};
	}

	/** A moment as briefly as it is still clear. */
	public String moment(Instant at) {
		var day = local(at).toLocalDate();
		if (day.equals(today())) {
			return text("due.today", pattern("date.time").format(local(at)));
		}
		return pattern("date.moment").format(local(at));
	}

	/** That a holder is away, until when, and whom he names. */
	public String away(BoardRow.Holder holder) {
		return holder.away().map((away) -> {
			var name = holder.name().strip().split("\\s+", 2)[0];
			var until = text("away.until", name, pattern("date.short").format(away.lastDay()));
			return until + away.named()
				.map((named) -> text(away.proposal().isPresent() ? "away.proposal" : "away.named", named))
				.map((more) -> ", " + more)
				.orElse("");
		}).orElse("");
	}

	/** A moment that must be exact. */
	public String exactly(Instant at) {
		return pattern("date.exact").format(local(at));
	}

	public String ago(Instant since) {
		var passed = Duration.between(since, this.clock.instant());
		return (passed.compareTo(MINUTE) < 0) ? text("since.now") : text("since.span", span(passed));
	}

	public String now() {
		return pattern("date.time").format(local(this.clock.instant()));
	}

	public String today(String pattern) {
		return pattern(pattern).format(local(this.clock.instant()));
	}

	/** A time of every day. */
	public String clock(LocalTime at) {
		return pattern("date.time").format(at);
	}

	/** The last day of what ends at that moment, with its year. */
	public String lastDay(Instant end) {
		return pattern("date.full").format(local(end).minusNanos(1));
	}

	/** The day it is. */
	LocalDate day() {
		return today();
	}

	/** A day as one names it. */
	public String day(LocalDate day) {
		return capital(pattern("date.day").format(day));
	}

	public Instant instant() {
		return this.clock.instant();
	}

	/** Words from the message file, with values that are not the template's own. */
	public String of(String key, List<Object> values) {
		return text(key, values.toArray());
	}

	/**
	 * What somebody is; of somebody the directory does not know only the address is
	 * certain.
	 */
	public String position(Face face) {
		if (!face.known()) {
			return face.address().value();
		}
		return Stream
			.concat(face.level().stream().map((level) -> text("position." + level.name())), face.unit().stream())
			.collect(Collectors.joining(", "));
	}

	public String until(LocalDate day) {
		return text("decide.until.said", pattern("date.day").format(day));
	}

	/** A size as one reads it. */
	public String size(long bytes) {
		var numbers = NumberFormat.getNumberInstance(locale());
		numbers.setMaximumFractionDigits(1);
		if (bytes < 1000) {
			return numbers.format(bytes) + " B";
		}
		return (bytes < 1_000_000) ? numbers.format(bytes / 1000) + " kB" : numbers.format(bytes / 1_000_000.0) + " MB";
	}

	/** A time in days, as one says it. */
	public String days(Duration time) {
		var numbers = NumberFormat.getNumberInstance(locale());
		numbers.setMaximumFractionDigits(1);
		return (time.isPositive() && time.compareTo(LEAST) < 0) ? "< " + numbers.format(0.1)
				: numbers.format(time.toMinutes() / 1440.0);
	}

	/** A time as short as it is still clear, and not none. */
	public String brief(Duration time) {
		return span((time.compareTo(MINUTE) < 0) ? MINUTE : time);
	}

	public String initials(String name) {
		return Initials.of(name);
	}

	private String span(Duration span) {
		if (span.compareTo(HOUR) < 0) {
			return text("span.minutes", span.toMinutes());
		}
		if (span.compareTo(DAY) < 0) {
			return text("span.hours", span.toHours(), span.toMinutesPart());
		}
		return text("span.days", span.toDays());
	}

	/** Nights to sleep, not hours divided by 24. */
	private long days(Due due) {
		return due.deadline().map((at) -> ChronoUnit.DAYS.between(today(), local(at).toLocalDate())).orElse(0L);
	}

	private String weekday(Due due) {
		var day = due.deadline().map((at) -> local(at).toLocalDate()).orElseGet(this::today);
		return day.equals(today().plusDays(1)) ? text("due.tomorrow")
				: capital(DateTimeFormatter.ofPattern("EEEE", locale()).format(day));
	}

	private String time(Due due) {
		return due.deadline().map((at) -> pattern("date.time").format(local(at))).orElse("");
	}

	private LocalDate today() {
		return local(this.clock.instant()).toLocalDate();
	}

	private ZonedDateTime local(Instant at) {
		return at.atZone(this.scale.zone());
	}

	private DateTimeFormatter pattern(String key) {
		return DateTimeFormatter.ofPattern(text(key), locale());
	}

	private String text(String key, Object... values) {
		return this.messages.getMessage(key, values, locale());
	}

	private static String capital(String word) {
		return word.substring(0, 1).toUpperCase(locale()) + word.substring(1);
	}

	private static Locale locale() {
		return LocaleContextHolder.getLocale();
	}

}
