package io.countersign.reading;

import java.util.Arrays;
import java.util.List;

/** The answers a mail offers: "Options: yes; no", or "North or South?". */
final class Options {

	private static final int MOST = 10;

	private static final int WORDS = 6;

	private Options() {
	}

	static List<String> of(List<Statement> statements, Phrasebook book) {
		return statements.stream()
			.map((statement) -> listed(statement, book))
			.filter((options) -> options.size() > 1)
			.findFirst()
			.or(() -> statements.stream()
				.map((statement) -> alternatives(statement, book))
				.filter((options) -> options.size() > 1)
				.findFirst())
			.orElse(List.of());
	}

	private static List<String> listed(Statement statement, Phrasebook book) {
		var quote = statement.quote();
		var colon = quote.indexOf(':');
		if (colon < 0 || book.whole("options", Words.of(quote.substring(0, colon))).isEmpty()) {
			return List.of();
		}
		return Arrays.stream(quote.substring(colon + 1).split("[;|/,\\n]"))
			.map((option) -> option.strip().replaceAll("[.?!]$", ""))
			.filter((option) -> !option.isEmpty() && option.length() < 80)
			.limit(MOST)
			.toList();
	}

	/** "North or South?": short words on both sides of "or" that end the question. */
	private static List<String> alternatives(Statement statement, Phrasebook book) {
		var words = statement.words();
		if (!statement.isQuestion() || words.size() > WORDS + 2) {
			return List.of();
		}
		for (var i = 1; i < words.size() - 2; i++) {
			if (book.whole("or", words.part(i, i + 1)).isPresent()) {
				return List.of(part(statement, Math.max(0, i - 1), i), part(statement, i + 1, words.size() - 1));
			}
		}
		return List.of();
	}

	private static String part(Statement statement, int from, int to) {
		return statement.text().substring(statement.words().startOf(from), statement.words().endOf(to - 1)).strip();
	}

}
