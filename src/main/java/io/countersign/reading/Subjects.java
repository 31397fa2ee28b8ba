package io.countersign.reading;

import java.util.regex.Pattern;

/** Subjects without what mail programs put before them. */
final class Subjects {

	private static final Pattern PREFIX = Pattern.compile(
			"^\\s*+(?:(?:re|sv|vs|fw|fwd|aw|wg|antw|vl|vb|ang)\\s*+(?:\\[\\d+\\]|\\(\\d+\\))?\\s*+:|\\[[a-z ]{2,12}\\])",
			Pattern.CASE_INSENSITIVE);

	private static final int LONGEST = 300;

	private Subjects() {
	}

	static String plain(String subject) {
		var title = subject.substring(0, Math.min(LONGEST, subject.length()));
		for (var match = PREFIX.matcher(title); match.find(); match = PREFIX.matcher(title)) {
			title = title.substring(match.end());
		}
		return title.strip();
	}

}
