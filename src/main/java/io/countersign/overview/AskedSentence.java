package io.countersign.overview;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The sentence that asks, as the reason quotes it for which a mail opened its case. */
final class AskedSentence {

	private static final String BEFORE = "It asks for a decision: \"";

	private static final String AFTER = "\".";

	private AskedSentence() {
	}

	/** Nothing where a person or a task has opened the case. */
	static Optional<String> in(@Nullable String reason) {
		if (reason == null || !reason.contains(BEFORE) || !reason.endsWith(AFTER)) {
			return Optional.empty();
		}
		var from = reason.indexOf(BEFORE) + BEFORE.length();
		var until = reason.length() - AFTER.length();
		return (from < until) ? Optional.of(reason.substring(from, until)) : Optional.empty();
	}

}
