package io.countersign.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.countersign.reading.AbsenceReading.StandIn;

/** Whom somebody who is away names to turn to: written with a capital, as names are. */
final class StandInReader {

	private static final Pattern ADDRESS = Pattern
		.compile("[A-Za-z0-9._%+-]{1,64}+@[A-Za-z0-9-]{1,63}+(?:\\.[A-Za-z0-9-]{1,63}+){1,5}+");

	/** "Contact my colleague in the press office, Clara": so many words stand between. */
	private static final int BETWEEN = 6;

	private static final int LONGEST_NAME = 4;

	private static final int MOST_NAMES = 4;

	private final AbsenceWords language;

	StandInReader(AbsenceWords language) {
		this.language = language;
	}

	/** The first who is named. */
	Optional<StandIn> in(List<Statement> statements) {
		return IntStream.range(0, statements.size()).boxed().flatMap((at) -> {
			var next = (at + 1 < statements.size()) ? Optional.of(statements.get(at + 1)) : Optional.<Statement>empty();
			return asked(statements.get(at), next).or(() -> steppingIn(statements.get(at))).stream();
		}).findFirst();
	}

	/** "Contact Clara", with the name in the next line where none is in this one. */
	private Optional<StandIn> asked(Statement statement, Optional<Statement> next) {
		var words = statement.words();
		for (var at = 0; at < words.size(); at++) {
			var to = at + this.language.lengthAt("ask instead", words, at);
			if (to > at && to == words.size() && next.isPresent()) {
				return named(next.get(), 0, 0);
			}
			if (to > at && !this.language.is("oneself", words, to)) {
				return named(statement, to, BETWEEN);
			}
		}
		return Optional.empty();
	}

	/** "Clara stands in for me." */
	private Optional<StandIn> steppingIn(Statement statement) {
		var words = statement.words();
		for (var at = 1; at < words.size(); at++) {
			if (this.language.lengthAt("steps in", words, at) > 0) {
				return named(statement, firstNameBefore(statement, at), 0);
			}
		}
		return Optional.empty();
	}

	private int firstNameBefore(Statement statement, int end) {
		var from = end;
		while (from > 0 && isName(statement, from - 1)) {
			from--;
		}
		return from;
	}

	private Optional<StandIn> named(Statement statement, int from, int between) {
		var names = names(statement, from, between);
		var rest = statement.text().substring(start(statement, from), statement.span().end());
		var addresses = ADDRESS.matcher(rest).results().map((match) -> match.group()).distinct().toList();
		if (names.isEmpty() && addresses.isEmpty()) {
			return Optional.empty();
		}
		var single = names.size() <= 1 && addresses.size() <= 1;
		return Optional.of(new StandIn(names.isEmpty() ? String.join(", ", addresses) : String.join(", ", names),
				single ? addresses.stream().findFirst() : Optional.empty(), single,
				statement.clue("absence/stand in")));
	}

	private static int start(Statement statement, int word) {
		return (word < statement.words().size()) ? statement.words().startOf(word) : statement.span().end();
	}

	/** One name, or several with "or" or a comma between them. */
	private List<String> names(Statement statement, int from, int between) {
		var words = statement.words();
		var found = new ArrayList<String>();
		var at = from;
		var skipped = 0;
		while (at < words.size() && found.size() < MOST_NAMES) {
			if (isName(statement, at)) {
				var to = endOfName(statement, at);
				found.add(statement.text().substring(words.startOf(at), words.endOf(to - 1)));
				at = to;
				skipped = BETWEEN;
			}
			else if (this.language.is("or", words, at) && !found.isEmpty()) {
				at++;
				skipped = between - 1;
			}
			else if (skipped++ < between) {
				at++;
			}
			else {
				break;
			}
		}
		return found;
	}

	private int endOfName(Statement statement, int from) {
		var words = statement.words();
		var to = from + 1;
		while (to < words.size() && to - from < LONGEST_NAME && !words.isBehindCut(to) && isName(statement, to)) {
			to++;
		}
		return to;
	}

	/** A word with a capital that is no title, and no part of an address. */
	private boolean isName(Statement statement, int at) {
		var words = statement.words();
		var written = statement.text().substring(words.startOf(at), words.endOf(at));
		return Character.isUpperCase(written.codePointAt(0)) && written.indexOf('@') < 0
				&& !this.language.is("title", words, at);
	}

}
