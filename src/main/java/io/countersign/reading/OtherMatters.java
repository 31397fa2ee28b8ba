package io.countersign.reading;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.countersign.reading.Act.Kind;
import io.countersign.reading.Glossary.Gloss;
import io.countersign.reading.Glossary.Glossed;

/**
 * Whether a yes says of something else that it is approved: "I approve your holiday",
 * where pumps were asked for. A paper, a matter or a price may be any of those asked for.
 */
final class OtherMatters {

	/** What is named by these is a thing of its own, wherever it stands. */
	private static final Set<String> ALWAYS = Set.of("EVENT");

	/** Of other kinds, some senses are. */
	private static final Set<String> ALWAYS_NAMED = Set.of("holidays", "salary");

	/** What is named by these is one beside a word of approving. */
	private static final Set<String> APPROVED = Set.of("THING", "PLACE", "BODY");

	private static final Set<String> APPROVED_NAMED = Set.of("leave", "suggestion_idea");

	/** "The", "your": behind them a noun begins. */
	private static final Set<String> BEFORE_A_NOUN = Set.of("my", "our", "your", "his", "hers", "their", "the", "a",
			"this", "that", "of");

	/** "In the system" names no matter. */
	private static final Set<String> BEFORE_A_PLACE = Set.of("for", "with", "from", "in", "on", "at", "by", "about",
			"over", "under", "after", "before", "behind", "during", "since", "up", "out", "per");

	private static final int SHORTEST = 4;

	/** A subject, a verb and what is said of it are more than so many words. */
	private static final int LEAST_SAID = 2;

	private final Books books;

	private final Request request;

	private final Set<String> asked;

	/** What its words mean; most answers are understood without it. */
	private @Nullable Set<String> senses;

	/**
	 * @param asked the stems of what was asked
	 */
	OtherMatters(Books books, Request request, Set<String> asked) {
		this.books = books;
		this.request = request;
		this.asked = asked;
	}

	/** Whether the act is a yes of a phrase, and says what it approves. */
	boolean isIn(Act act) {
		if ((!act.is(Kind.YES) && !act.is(Kind.WEAK_YES)) || !act.clue().rule().contains("yes")) {
			return false;
		}
		var words = words(act);
		return this.books.glossary()
			.of(words)
			.stream()
			.anyMatch((one) -> isMatter(words, one) && !isPlace(words, one.from()) && !isPartOfAsked(words, one.from())
					&& !isAsked(words, one));
	}

	/**
	 * Whether the act says of a thing that it is approved, which is no word for all that
	 * may have been asked for: "the title is approved".
	 */
	boolean grantsAPart(Act act) {
		return isGranting(act) && isOfAPart(act);
	}

	/** "The layout is fine" praises, where another sentence says yes. */
	boolean pleasesInPart(Act act) {
		return !isGranting(act) && isSaid(act) && isOfAPart(act);
	}

	private static boolean isSaid(Act act) {
		return act.clue().rule().contains("yes") || act.clue().rule().equals("assent");
	}

	/** "The answer is approved" says by itself what is meant. */
	boolean grantsSomething(Act act) {
		return isGranting(act) && words(act).size() > LEAST_SAID && !isOfAPart(act);
	}

	private boolean isGranting(Act act) {
		return (act.is(Kind.YES) || act.is(Kind.WEAK_YES)) && isApproving(words(act));
	}

	private boolean isOfAPart(Act act) {
		var words = words(act);
		return new NamedMatters(this.books, words).all().stream().anyMatch((one) -> !isAsked(words, one));
	}

	private Words words(Act act) {
		var quote = act.clue().quote();
		return Words.of(quote, 0, quote.length(), this.asked);
	}

	private boolean isMatter(Words words, Glossed one) {
		var at = one.from();
		if (one.gloss().isEmpty()) {
			return words.at(at).length() >= SHORTEST && !words.isName(at) && isBehindAnArticle(words, at)
					&& isApproving(words);
		}
		var gloss = one.gloss().get();
		return isOf(gloss, ALWAYS, ALWAYS_NAMED) || (isOf(gloss, APPROVED, APPROVED_NAMED) && isApproving(words)
				&& (at == 0 || isBehindAnArticle(words, at) || isApproving(words.part(at - 1, at))));
	}

	private static boolean isOf(Gloss gloss, Set<String> kinds, Set<String> names) {
		return kinds.contains(gloss.kind()) || names.contains(gloss.name());
	}

	private boolean isAsked(Words words, Glossed one) {
		return words.isAsked(one.from()) || this.request.hasForm(words.at(one.from()))
				|| one.gloss().filter((gloss) -> senses().contains(gloss.name())).isPresent();
	}

	private Set<String> senses() {
		var known = (this.senses != null) ? this.senses
				: this.request.glossed(this.books.glossary()).map(Gloss::name).collect(Collectors.toUnmodifiableSet());
		this.senses = known;
		return known;
	}

	private boolean isBehindAnArticle(Words words, int at) {
		return at > 0 && !words.isBehindCut(at) && isSense(words, at - 1, BEFORE_A_NOUN);
	}

	private boolean isApproving(Words words) {
		return IntStream.range(0, words.size())
			.anyMatch((at) -> this.books.any((book) -> book.kinds().isGranting(words.at(at))));
	}

	/** "The purchase of the pumps". */
	private boolean isPartOfAsked(Words words, int at) {
		return at > 1 && isBehindAnArticle(words, at) && words.isAsked(at - 2);
	}

	private boolean isPlace(Words words, int at) {
		return (at > 0 && isSense(words, at - 1, BEFORE_A_PLACE))
				|| (at > 1 && isBehindAnArticle(words, at) && isSense(words, at - 2, BEFORE_A_PLACE));
	}

	private boolean isSense(Words words, int at, Set<String> names) {
		return this.books.glossary()
			.of(words.part(at, at + 1))
			.getFirst()
			.gloss()
			.map(Gloss::name)
			.filter(names::contains)
			.isPresent();
	}

}
