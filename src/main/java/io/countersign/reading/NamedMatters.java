package io.countersign.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.countersign.reading.Glossary.Gloss;
import io.countersign.reading.Glossary.Glossed;

/**
 * The things of which a yes says that they are approved or that they please, by their
 * place in it: before "is", behind a word of approving, behind "yes to". A word that
 * stands for all of a request, whatever it asks for, names none.
 */
record NamedMatters(Books books, Words words) {

	/** What stands in front of a noun, as "that" does in "that letter". */
	private static final Set<String> DETERMINING = Set.of("my", "our", "your", "his", "hers", "their", "the", "a",
			"this", "that", "it", "first");

	/** How a noun of the northern languages ends that needs nothing in front of it. */
	private static final List<String> DEFINITE = List.of("en", "et", "erne", "ene", "na", "an", "eln");

	private static final Set<String> NORTHERN = Set.of("da", "nb", "sv");

	private static final int SHORTEST = 5;

	private static final Set<String> BEING = Set.of("be");

	private static final Set<String> SAYING_YES = Set.of("yes", "ok");

	private static final Set<String> TO = Set.of("to");

	private static final Set<String> GRANTING = Set.of("approve", "approved", "accept", "endorse", "support", "confirm",
			"allow", "authorise", "sanction", "adopt", "bless", "sign_off", "consent");

	/** Kinds of what may stand between those and the noun. */
	private static final Set<String> DESCRIBING = Set.of("BIG", "GOOD", "BAD", "LIMIT", "COUNT");

	/**
	 * Kinds of what is named in front of a word for a text, and says what it is about.
	 */
	private static final Set<String> CONCRETE = Set.of("THING", "EVENT", "LIVE", "MOVE", "BODY");

	/** Kinds of which a word names no thing, whatever stands around it. */
	private static final Set<String> NAMELESS = Set.of("FN", "MODAL", "LIMIT", "STANCE", "GOOD", "YES", "AGREE", "BE",
			"COURTESY", "CHAT", "NO", "BAD", "LATER", "CONDITION", "MONEY", "COUNT", "HANDOVER");

	/** And one that does, of such a kind. */
	private static final Set<String> NAMED = Set.of("result", "signature");

	/** Words for all of a request. */
	private static final Set<String> WHOLE = Set.of("letter", "note", "proposal", "version", "draft", "text",
			"application", "request", "decision_paper", "case_presentation", "specification", "suggest",
			"suggestion_idea", "prepare", "plan", "reply", "contract", "change", "give", "pay", "document", "case",
			"task", "project", "process", "solution", "step", "apply_for", "rewrite", "attachment", "work", "spend",
			"report");

	/** Of two drafts one is meant, and not the other. */
	private static final Set<String> TELLING_APART = Set.of("old", "former", "danish", "other", "different", "first",
			"short", "long", "small", "local", "international");

	List<Glossed> all() {
		return this.books.glossary()
			.of(this.words)
			.stream()
			.filter((one) -> one.end() == one.from() + 1 && isGranted(one.from())
					&& (isThing(one) || isToldApart(one.from())))
			.toList();
	}

	/** The front of a compound says which text it is: "brødteksten". */
	private boolean isThing(Glossed one) {
		return one.gloss()
			.filter((gloss) -> !NAMED.contains(gloss.name()) && (NAMELESS.contains(gloss.kind())
					|| (WHOLE.contains(gloss.name()) && this.books.glossary().lists(this.words.at(one.from())))))
			.isEmpty();
	}

	private boolean isToldApart(int at) {
		return at > 1 && isSense(at - 2, DETERMINING) && (isSense(at - 1, TELLING_APART) || isUnknown(at - 1));
	}

	/**
	 * "The parking plan", "the seating plan": what stands in front of the noun is not
	 * known, or names something else than was asked for.
	 */
	private boolean isUnknown(int at) {
		return this.words.at(at).length() >= SHORTEST && !this.words.isAsked(at)
				&& (gloss(at).isEmpty() || isConcrete(at));
	}

	private boolean isConcrete(int at) {
		return gloss(at).filter((gloss) -> CONCRETE.contains(gloss.kind())).isPresent();
	}

	/** Whether it is said of the noun there that it is approved, or that it is fine. */
	private boolean isGranted(int at) {
		var determiner = determiner(at);
		if (isGranting(at) || (determiner < 0 && !isDefinite(at))) {
			return false;
		}
		var first = (determiner < 0) ? at : determiner;
		return isSense(at + 1, BEING) || (determiner < 0 && isParticiple(at + 1)) ? first == 0 : isBehindAYes(first);
	}

	/** Where the noun begins, with a word or two in front of it; else -1. */
	private int determiner(int noun) {
		if (noun > 0 && isSense(noun - 1, DETERMINING)) {
			return noun - 1;
		}
		return (noun > 1 && isSense(noun - 2, DETERMINING) && isDescribing(noun - 1)) ? noun - 2 : -1;
	}

	/** What no list knows may describe as well. */
	private boolean isDescribing(int at) {
		return isConcrete(at) || gloss(at).filter((gloss) -> !DESCRIBING.contains(gloss.kind())).isEmpty();
	}

	/** "Titlen godkendt", and not "udvalget godkender". */
	private boolean isParticiple(int at) {
		return at < this.words.size() && isGranting(at) && !this.words.at(at).endsWith("r");
	}

	private boolean isBehindAYes(int noun) {
		return noun > 0
				&& (isGranting(noun - 1) || (noun > 1 && isSense(noun - 1, TO) && isSense(noun - 2, SAYING_YES)));
	}

	private boolean isGranting(int at) {
		return isSense(at, GRANTING);
	}

	private boolean isDefinite(int at) {
		var word = this.words.at(at);
		return NORTHERN.contains(this.books.first().code()) && word.length() >= SHORTEST
				&& DEFINITE.stream().anyMatch(word::endsWith);
	}

	private boolean isSense(int at, Set<String> names) {
		return gloss(at).filter((gloss) -> names.contains(gloss.name())).isPresent();
	}

	private Optional<Gloss> gloss(int at) {
		return (at < this.words.size()) ? this.books.glossary().of(this.words.part(at, at + 1)).getFirst().gloss()
				: Optional.empty();
	}

}
