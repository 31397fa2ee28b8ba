package io.countersign.documents.extraction;

import java.util.regex.Pattern;

/** A time of a calendar as people write it. */
final class CalendarTime {

	private static final Pattern TIME = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})\\d{2}(Z?))?");

	private CalendarTime() {
	}

	/** What is no time is left as it is written. */
	static String of(CalendarLine line) {
		var written = line.value().strip();
		var time = TIME.matcher(written);
		if (!time.matches()) {
			return line.text();
		}
		var day = "%s-%s-%s".formatted(time.group(1), time.group(2), time.group(3));
		if (time.group(4) == null) {
			return day;
		}
		var zone = "Z".equals(time.group(6)) ? " UTC"
				: line.parameter("TZID").map((name) -> " (" + name + ")").orElse("");
		return "%s %s:%s%s".formatted(day, time.group(4), time.group(5), zone);
	}

}
