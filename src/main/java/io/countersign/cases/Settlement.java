package io.countersign.cases;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.countersign.identity.EmailAddress;
import io.countersign.identity.Level;

/**
 * What the answers to a case's newest request come to. The word of the highest level
 * decides, as soon as nobody of that level or above is still asked; among equals one
 * refusal outweighs every approval.
 *
 * @param outcome empty while the case waits
 * @param next who is asked and has given no final word, the first asked first
 */
record Settlement(Optional<Outcome> outcome, Optional<EmailAddress> next) {

	/**
	 * @param asks in the order in which they were put
	 * @param merged those that came with another case
	 */
	static Settlement of(List<Ask> asks, Set<AskId> merged, List<Verdict> verdicts,
			Function<EmailAddress, Level> levels) {
		var words = words(asks, merged, verdicts, levels);
		var open = words.stream().filter((word) -> word.outcome().isEmpty()).toList();
		var highest = words.stream()
			.filter((word) -> word.outcome().isPresent())
			.map(Word::level)
			.max(Comparator.naturalOrder());
		var outcome = highest.filter((level) -> open.stream().noneMatch((word) -> !level.isAbove(word.level())))
			.flatMap((level) -> gravest(words, level));
		return new Settlement(outcome, open.stream().map(Word::approver).findFirst());
	}

	private static List<Word> words(List<Ask> asks, Set<AskId> merged, List<Verdict> verdicts,
			Function<EmailAddress, Level> levels) {
		var standing = asks.stream().filter((ask) -> ask.state() != Ask.State.WITHDRAWN).toList();
		var newest = standing.stream().mapToInt(Ask::revision).max().orElse(1);
		var aside = delegators(verdicts);
		return standing.stream()
			.filter((ask) -> ask.revision() == newest && !aside.contains(ask.approver()))
			.collect(Collectors.groupingBy((ask) -> new Question(ask.approver(), merged.contains(ask.id())),
					LinkedHashMap::new, Collectors.mapping(Ask::id, Collectors.toSet())))
			.entrySet()
			.stream()
			.map((put) -> new Word(put.getKey().approver(), levels.apply(put.getKey().approver()),
					said(put.getValue(), verdicts)))
			.toList();
	}

	/** Who passes the decision on leaves it to the others, until he decides himself. */
	private static Set<EmailAddress> delegators(List<Verdict> verdicts) {
		return verdicts.stream()
			.filter((verdict) -> verdict.counts() && verdict.decision().outcome() == Outcome.DELEGATED)
			.map((verdict) -> verdict.decision().decidedFor())
			.collect(Collectors.toSet());
	}

	/** Whoever was asked the same twice means what he said last. */
	private static Optional<Outcome> said(Collection<AskId> asked, List<Verdict> verdicts) {
		return verdicts.stream()
			.filter((verdict) -> verdict.counts() && asked.contains(verdict.decision().ask()))
			.map(Verdict::decision)
			.max(Comparator.comparing(Decision::decidedAt))
			.map(Decision::outcome)
			.filter(Outcome::isFinal);
	}

	private static Optional<Outcome> gravest(List<Word> words, Level level) {
		return words.stream()
			.filter((word) -> word.level() == level)
			.flatMap((word) -> word.outcome().stream())
			.max(Comparator.naturalOrder());
	}

	CaseState state() {
		return this.outcome.isPresent() ? CaseState.DECIDED : CaseState.WAITING;
	}

	/** After a merge one person may be asked two things: one answer is not both. */
	private record Question(EmailAddress approver, boolean merged) {
	}

	/**
	 * @param outcome empty until his last word is final
	 */
	private record Word(EmailAddress approver, Level level, Optional<Outcome> outcome) {
	}

}
