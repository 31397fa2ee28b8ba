package io.countersign.documents.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A meeting, a task or a note of a calendar: what, when, where and who. */
final class CalendarEntry {

	private static final Set<String> READ = Set.of("SUMMARY", "DTSTART", "DTEND", "DUE", "DURATION", "RRULE", "RDATE",
			"EXDATE", "RECURRENCE-ID", "LOCATION", "ORGANIZER", "ATTENDEE", "CONTACT", "STATUS", "CATEGORIES",
			"DESCRIPTION", "COMMENT", "URL");

	/** Of one that goes on for ever the beginning is read. */
	private static final int MOST_LINES = 5_000;

	private static final int MOST_CHARACTERS = 10_000_000;

	private final List<CalendarLine> lines = new ArrayList<>();

	private long characters;

	void add(CalendarLine line) {
		this.characters += line.value().length();
		if (READ.contains(line.name()) && this.lines.size() < MOST_LINES && this.characters <= MOST_CHARACTERS) {
			this.lines.add(line);
		}
	}

	Optional<String> title() {
		return text("SUMMARY").findFirst();
	}

	/** Paragraphs, in the order in which somebody asks. */
	List<String> paragraphs() {
		return Stream
			.of(text("SUMMARY"), when(), text("LOCATION"), people("ORGANIZER"), people("ATTENDEE"), text("CONTACT"),
					text("STATUS"), text("CATEGORIES"), text("DESCRIPTION"), text("COMMENT"), text("URL"))
			.flatMap((some) -> some)
			.toList();
	}

	private Stream<String> when() {
		var times = Stream.of("DTSTART", "DTEND", "DUE")
			.flatMap(this::lines)
			.map(CalendarTime::of)
			.collect(Collectors.joining(" \u2013 "));
		return Stream
			.of(Stream.of(times), text("DURATION"), text("RRULE"), times("RDATE"), times("EXDATE"),
					times("RECURRENCE-ID"))
			.flatMap((some) -> some)
			.filter((one) -> !one.isEmpty());
	}

	private Stream<String> times(String name) {
		return lines(name).map(CalendarTime::of);
	}

	/** By name and address, with what has been answered. */
	private Stream<String> people(String name) {
		return lines(name).map((line) -> {
			var value = line.value().strip();
			var address = value.toLowerCase(Locale.ROOT).startsWith("mailto:") ? value.substring("mailto:".length())
					: value;
			var answered = line.parameter("PARTSTAT").map((said) -> " (" + said + ")").orElse("");
			return line.parameter("CN").map((called) -> "%s <%s>".formatted(called, address)).orElse(address)
					+ answered;
		});
	}

	private Stream<String> text(String name) {
		return lines(name).map(CalendarLine::text).filter((one) -> !one.isEmpty());
	}

	private Stream<CalendarLine> lines(String name) {
		return this.lines.stream().filter((line) -> line.name().equals(name));
	}

}
