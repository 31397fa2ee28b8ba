package io.countersign.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.countersign.reading.Glossary.Gloss;

/**
 * To whom an answer hands a matter on, where no phrase names anybody: of the names and
 * roles in it the one that stands most like somebody who is to deal with it.
 */
final class Receivers {

	private static final String PRONOUN_OR_LINK = "FN";

	private static final String HANDOVER = "HANDOVER";

	/** Senses that stand in front of whom something is brought to. */
	private static final Set<String> TOWARDS = Set.of("to", "with", "by", "at", "past", "over", "via");

	/** Senses of what one does with somebody who is to deal with it. */
	private static final Set<String> TURNING_TO = Set.of("ask", "talk", "contact", "check", "consult", "try", "hear",
			"let", "give", "take", "send", "get");

	/** Senses of what somebody does who deals with it. */
	private static final Set<String> DEALING = Set.of("decide", "take", "handle", "answer", "approve", "own", "know",
			"sign", "have", "say", "responsible", "run", "stand_in", "take_over");

	/** Senses in front of somebody who is only spoken of. */
	private static final Set<String> BESIDE = Set.of("from", "for", "about", "thank", "thanks", "of", "than", "like",
			"hello", "hi", "dear", "greeting");

	private static final Set<String> ARTICLES = Set.of("the", "a");

	private static final int LONGEST = 4;

	private final Handover names;

	/** Whether every noun has a capital, so that a capital tells no name. */
	private final boolean capitals;

	private final Glossary glossary;

	Receivers(Phrasebook book) {
		this.names = book.handover();
		this.capitals = book.namesNothing();
		this.glossary = Glossary.of(book.code());
	}

	/** As it stands in the text; of several that are alike the first. */
	Optional<String> in(String text) {
		return best(text, Sentences.words(text, Set.of())).map(Candidate::name);
	}

	/** How much like a receiver the likeliest one stands, none being 0. */
	int weight(String text, List<Words> sentences) {
		return best(text, sentences).map(Candidate::weight).orElse(0);
	}

	private Optional<Candidate> best(String text, List<Words> sentences) {
		return sentences.stream()
			.flatMap((words) -> candidates(text, words))
			.filter((candidate) -> candidate.weight() > 0)
			.max(Comparator.comparingInt(Candidate::weight)
				.thenComparing(Comparator.comparingInt(Candidate::start).reversed()));
	}

	/** Whether the words stand for nobody by themselves: "him", "dem". */
	boolean isNobody(String name) {
		var words = Words.of(name);
		return words.isEmpty() || this.glossary.of(words)
			.stream()
			.allMatch((one) -> one.gloss().filter((gloss) -> gloss.kind().equals(PRONOUN_OR_LINK)).isPresent());
	}

	private Stream<Candidate> candidates(String text, Words words) {
		var senses = senses(words);
		var hands = senses.stream().flatMap(Optional::stream).anyMatch((gloss) -> gloss.kind().equals(HANDOVER));
		var found = new ArrayList<Candidate>();
		for (var at = 0; at < words.size();) {
			var to = end(words, senses, at);
			if (to > at) {
				var weight = weight(words, senses, at, to) + (hands ? 1 : 0);
				found.add(new Candidate(text.substring(words.startOf(at), words.endOf(to - 1)), words.startOf(at),
						weight));
			}
			at = Math.max(to, at + 1);
		}
		return found.stream();
	}

	private List<Optional<Gloss>> senses(Words words) {
		var senses = new ArrayList<Optional<Gloss>>();
		words.in(this.glossary).forEach((one) -> {
			for (var at = one.from(); at < one.end(); at++) {
				senses.add(one.gloss());
			}
		});
		return senses;
	}

	/** Behind the last word of a name that begins here, or here where none does. */
	private int end(Words words, List<Optional<Gloss>> senses, int from) {
		var at = from;
		if (this.names.isTitle(words.at(at)) && at + 1 < words.size() && words.isCapital(at + 1)) {
			at++;
		}
		while (at < words.size() && at - from < LONGEST && (at == from || !words.isBehindCut(at))
				&& isPart(words, senses, at)) {
			at++;
		}
		return at;
	}

	private boolean isPart(Words words, List<Optional<Gloss>> senses, int at) {
		var word = words.at(at);
		if (!Character.isLetter(word.codePointAt(0)) || kind(senses, at).equals(PRONOUN_OR_LINK)) {
			return false;
		}
		if (this.names.isRole(word)) {
			return true;
		}
		var isKnown = senses.get(at).isPresent();
		if (words.isCapital(at)) {
			return !isKnown || (at > 0 && !this.capitals && !this.names.isOrdinary(word));
		}
		var before = sense(senses, behindArticle(senses, at));
		return (!isKnown || kind(senses, at).equals("PERSON"))
				&& (TOWARDS.contains(before) || TURNING_TO.contains(before));
	}

	private int weight(Words words, List<Optional<Gloss>> senses, int from, int to) {
		var before = sense(senses, behindArticle(senses, from));
		var isFirst = from == 0 || words.isBehindCut(from) || kind(senses, from - 1).equals(PRONOUN_OR_LINK);
		var goesOn = to < words.size() && !words.isBehindCut(to);
		var weight = 1;
		weight += TOWARDS.contains(before) ? 2 : 0;
		weight += (from > 0 && (TURNING_TO.contains(before) || kind(senses, from - 1).equals(HANDOVER))) ? 3 : 0;
		weight += (isFirst && goesOn && (DEALING.contains(sense(senses, to)) || kind(senses, to).equals(HANDOVER))) ? 3
				: 0;
		weight -= BESIDE.contains(before) ? 2 : 0;
		weight -= ((from == 0 || words.isBehindCut(from)) && !goesOn && words.size() > to) ? 1 : 0;
		return weight;
	}

	/** "With the union": the place of what stands in front of the article. */
	private static int behindArticle(List<Optional<Gloss>> senses, int at) {
		return ARTICLES.contains(sense(senses, at - 1)) ? at - 2 : at - 1;
	}

	private static String sense(List<Optional<Gloss>> senses, int at) {
		return (at >= 0 && at < senses.size()) ? senses.get(at).map(Gloss::name).orElse("") : "";
	}

	private static String kind(List<Optional<Gloss>> senses, int at) {
		return (at >= 0 && at < senses.size()) ? senses.get(at).map(Gloss::kind).orElse("") : "";
	}

	private record Candidate(String name, int start, int weight) {
	}

}
