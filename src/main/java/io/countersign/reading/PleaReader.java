package io.countersign.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.countersign.reading.RequestReading.Intent;

/** Says of each sentence what it asks, by the phrases of a language. */
final class PleaReader {

	/** How sure it is where the reader is asked in plain words. */
	static final double PLAIN = 0.96;

	private final Phrasebook book;

	/** The names of those a mail is sent to, as they may be called. */
	private final Set<String> names;

	PleaReader(Phrasebook book, Set<String> names) {
		this.book = book;
		this.names = names;
	}

	Optional<Plea> read(Statement statement) {
		var words = statement.words();
		if (words.isEmpty()) {
			return Optional.empty();
		}
		return approval(statement).or(() -> order(statement)).or(() -> question(statement)).or(() -> hint(statement));
	}

	private Optional<Plea> approval(Statement statement) {
		var words = statement.words();
		if (isReport(statement)) {
			return Optional.empty();
		}
		return plain(statement)
			.or(() -> this.book.in("approve", words)
				.map((phrase) -> plea(Intent.APPROVAL_REQUEST, 0.93, statement, phrase)))
			.or(() -> starts("approve start", statement)
				.map((phrase) -> plea(Intent.APPROVAL_REQUEST, 0.9, statement, phrase)));
	}

	/** Words that hardly stand anywhere but where the reader is asked. */
	private Optional<Plea> plain(Statement statement) {
		var words = statement.words();
		return this.book.in("approve plain", words)
			.filter((_) -> this.book.in("not plain", words).isEmpty())
			.map((phrase) -> plea(Intent.APPROVAL_REQUEST, PLAIN, statement, phrase));
	}

	/** Words that stand in requests and elsewhere: a person is to look. */
	private Optional<Plea> hint(Statement statement) {
		return isReport(statement) ? Optional.empty() : this.book.in("approve weak", statement.words())
			.map((phrase) -> plea(Intent.APPROVAL_REQUEST, 0.55, statement, phrase));
	}

	private boolean isReport(Statement statement) {
		return !statement.isQuestion() && this.book.in("not approve", statement.words()).isPresent();
	}

	private Optional<Plea> order(Statement statement) {
		var words = statement.words();
		if (isCourtesy(statement)) {
			return Optional.empty();
		}
		if (statement.isQuestion() && this.book.start("wh", behindLead(words)).isPresent()) {
			return Optional.empty();
		}
		return this.book.in("order in", words)
			.map((phrase) -> plea(Intent.TASK_ORDER, 0.85, statement, phrase))
			.or(() -> statement.isQuestion() ? Optional.empty()
					: starts("order", statement).map((phrase) -> plea(Intent.TASK_ORDER, 0.88, statement, phrase)));
	}

	private boolean isCourtesy(Statement statement) {
		return statement.pieces()
			.stream()
			.allMatch((piece) -> isCalled(piece) || this.book.start("no order", behindLead(piece)).isPresent())
				|| this.book.start("no order", behindLead(statement.words())).isPresent()
				|| this.book.start("no order", statement.words()).isPresent();
	}

	private Optional<Plea> question(Statement statement) {
		if (isCourtesy(statement)) {
			return Optional.empty();
		}
		if (statement.isQuestion()) {
			return Optional.of(new Plea(Intent.QUESTION, 0.88, statement, statement.clue("question mark")));
		}
		return this.book.start("question", behindLead(statement.words()))
			.filter((phrase) -> !phrase.rule().isEmpty() && !statement.isSubject())
			.map((phrase) -> plea(Intent.QUESTION, 0.6, statement, phrase));
	}

	/** The phrase by which a part of the sentence begins, names and fillers aside. */
	private Optional<Phrase> starts(String section, Statement statement) {
		return statement.pieces()
			.stream()
			.map(this::behindLead)
			.filter((piece) -> !piece.isEmpty() && this.book.start("no order", piece).isEmpty())
			.flatMap((piece) -> this.book.start(section, piece).stream())
			.findFirst();
	}

	private Words behindLead(Words words) {
		var from = 0;
		while (from < words.size()) {
			var rest = words.part(from, words.size());
			var lead = this.names.contains(words.at(from)) ? 1 : this.book.lengthAtStart("lead", rest);
			if (lead == 0) {
				return rest;
			}
			from += lead;
		}
		return words.part(from, from);
	}

	/** Whether a part of a sentence only calls somebody by name. */
	private boolean isCalled(Words piece) {
		return behindLead(piece).isEmpty();
	}

	private static Plea plea(Intent intent, double confidence, Statement statement, Phrase phrase) {
		return new Plea(intent, confidence, statement, statement.clue(phrase.rule()));
	}

	/** The strongest plea of a mail: the highest intent, then the surest. */
	static Optional<Plea> strongest(List<Plea> pleas) {
		return pleas.stream()
			.filter((plea) -> plea.confidence() >= 0.6)
			.min(java.util.Comparator.<Plea>comparingInt((plea) -> plea.intent().ordinal())
				.thenComparing((plea) -> -plea.confidence()))
			.or(() -> pleas.stream()
				.filter((plea) -> plea.confidence() >= 0.5)
				.max(java.util.Comparator.comparingDouble(Plea::confidence)));
	}

}
