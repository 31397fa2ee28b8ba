package io.countersign.triage;

import java.util.regex.Pattern;

/** Subjects without what mail programs put before them. */
final class Titles {

	private static final Pattern PREFIX = Pattern.compile(
			"^\\s*+(?:(?:re|sv|vs|fw|fwd|aw|wg|antw|vl|vb|sv\\.)\\s*+(?:\\[\\d+\\]|\\(\\d+\\))?\\s*+:|\\[ekstern\\]|\\[external\\])",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern REPLY = Pattern.compile("^\\s*+(?:re|sv|aw|antw|vs|fw|fwd|vl|wg)\\s*+:.*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern FORWARD = Pattern.compile("^\\s*+(?:vs|fw|fwd|vb|wg|vl)\\s*+:.*",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final int LONGEST = 255;

	private Titles() {
	}

	static boolean isReply(String subject) {
		return REPLY.matcher(subject).matches();
	}

	static boolean isForward(String subject) {
		return FORWARD.matcher(subject).matches();
	}

	/** At most 255 characters, as receivers take it. */
	static String of(String subject) {
		var title = subject;
		for (var match = PREFIX.matcher(title); match.find(); match = PREFIX.matcher(title)) {
			title = title.substring(match.end());
		}
		title = title.replaceAll("\\[20\\d{2}-\\d{4,7}\\]", " ").replaceAll("\\s+", " ").strip();
		return title.isEmpty() ? "Uden emne" : title.substring(0, Math.min(title.length(), LONGEST));
	}

}
