package io.countersign.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The phrases of one section. A phrase is found by the word it begins with, or where that
 * may be any by a word that must stand in it.
 */
final class PhraseSection {

	static final PhraseSection NONE = new PhraseSection(new Vocabulary());

	private final Vocabulary vocabulary;

	private final long bit;

	private final List<Phrase> phrases = new ArrayList<>();

	private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();

	private final LoosePhrases others = new LoosePhrases();

	PhraseSection(Vocabulary vocabulary) {
		this.vocabulary = vocabulary;
		this.bit = vocabulary.newSection();
	}

	void add(Phrase phrase) {
		this.phrases.add(phrase);
		this.vocabulary.add(phrase, this.bit);
		phrase.firstWords()
			.ifPresentOrElse(
					(words) -> words.forEach(
							(word) -> this.byFirstWord.computeIfAbsent(word, (key) -> new ArrayList<>()).add(phrase)),
					() -> this.others.add(phrase));
	}

	List<Phrase> phrases() {
		return this.phrases;
	}

	/** The words that phrases begin with. */
	Set<String> firstWords() {
		return this.byFirstWord.keySet();
	}

	/** A phrase that is all of these words. */
	Optional<Phrase> whole(Words words) {
		return mayStart(words) ? first(words, (phrase) -> phrase.isAll(words)) : Optional.empty();
	}

	/** A phrase these words begin with. */
	Optional<Phrase> start(Words words) {
		return mayStart(words) ? first(words, (phrase) -> phrase.lengthAtStart(words) > 0) : Optional.empty();
	}

	/** The phrase that covers the most of the first words. */
	Optional<Phrase> longest(Words words) {
		if (!mayStart(words)) {
			return Optional.empty();
		}
		var most = 0;
		Phrase longest = null;
		for (var phrase : candidates(words)) {
			var length = phrase.lengthAtStart(words);
			if (length > most) {
				most = length;
				longest = phrase;
			}
		}
		return Optional.ofNullable(longest);
	}

	/** A phrase somewhere among these words. */
	Optional<Phrase> in(Words words) {
		if (!mayBeIn(words)) {
			return Optional.empty();
		}
		for (var at = 0; at < words.size(); at++) {
			for (var phrase : beginningAt(at, words)) {
				if (phrase.behind(at, words) != 0) {
					return Optional.of(phrase);
				}
			}
		}
		return this.others.in(words).stream().filter((phrase) -> phrase.isIn(words)).findFirst();
	}

	/** Where phrases that start at a place can end, as a mask. */
	long behind(int start, Words words) {
		var ends = 0L;
		for (var phrase : beginningAt(start, words)) {
			ends |= phrase.behind(start, words);
		}
		for (var phrase : this.others.in(words)) {
			ends |= phrase.behind(start, words);
		}
		return ends;
	}

	/**
	 * Of the phrases that run to the end of these words but do not begin with the first
	 * one, each as late as it can: where the longest one starts, or -1.
	 */
	int startAtEnd(Words words) {
		if (!mayBeIn(words)) {
			return -1;
		}
		var others = this.others.in(words);
		var seen = Collections.newSetFromMap(new IdentityHashMap<Phrase, Boolean>());
		var earliest = -1;
		for (var start = words.size() - 1; start > 0; start--) {
			for (var phrase : joined(beginningAt(start, words), others)) {
				if ((phrase.behind(start, words) & words.end()) != 0 && seen.add(phrase)) {
					earliest = start;
				}
			}
		}
		return earliest;
	}

	/** Whether one of the words is one without which no phrase of the section is said. */
	boolean mayBeIn(Words words) {
		return (words.sections(this.vocabulary) & this.bit) != 0;
	}

	/** Whether a phrase may begin with one of the words: hardly any word begins one. */
	boolean mayBeginAt(int at, Words words) {
		return (words.lexeme(at).in(this.vocabulary).beginnings() & this.bit) != 0;
	}

	private boolean mayStart(Words words) {
		return !words.isEmpty() && mayBeginAt(0, words) && mayBeIn(words);
	}

	private Optional<Phrase> first(Words words, Predicate<Phrase> fits) {
		for (var phrase : candidates(words)) {
			if (fits.test(phrase)) {
				return Optional.of(phrase);
			}
		}
		return Optional.empty();
	}

	private List<Phrase> candidates(Words words) {
		return joined(beginningAt(0, words), this.others.in(words));
	}

	private static List<Phrase> joined(List<Phrase> first, List<Phrase> others) {
		return others.isEmpty() ? first : Stream.concat(first.stream(), others.stream()).toList();
	}

	private List<Phrase> beginningAt(int at, Words words) {
		var phrases = mayBeginAt(at, words) ? this.byFirstWord.get(words.at(at)) : null;
		return (phrases != null) ? phrases : List.of();
	}

}
