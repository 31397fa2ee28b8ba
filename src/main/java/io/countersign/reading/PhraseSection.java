package io.countersign.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The phrases of one section, found by the word they begin with. */
final class PhraseSection {

	static final PhraseSection NONE = new PhraseSection();

	private final List<Phrase> phrases = new ArrayList<>();

	private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();

	private final List<Phrase> others = new ArrayList<>();

	void add(Phrase phrase) {
		this.phrases.add(phrase);
		phrase.firstWords()
			.ifPresentOrElse(
					(words) -> words.forEach(
							(word) -> this.byFirstWord.computeIfAbsent(word, (key) -> new ArrayList<>()).add(phrase)),
					() -> this.others.add(phrase));
	}

	List<Phrase> phrases() {
		return this.phrases;
	}

	/** A phrase that is all of these words. */
	Optional<Phrase> whole(Words words) {
		for (var phrase : beginningWith(words.at(0))) {
			if (phrase.isAll(words)) {
				return Optional.of(phrase);
			}
		}
		return this.others.stream().filter((phrase) -> phrase.isAll(words)).findFirst();
	}

	/** A phrase somewhere among these words. */
	Optional<Phrase> in(Words words) {
		for (var at = 0; at < words.size(); at++) {
			for (var phrase : beginningWith(words.at(at))) {
				if (phrase.behind(at, words) != 0) {
					return Optional.of(phrase);
				}
			}
		}
		return this.others.stream().filter((phrase) -> phrase.isIn(words)).findFirst();
	}

	/** A phrase these words begin with. */
	Optional<Phrase> start(Words words) {
		for (var phrase : beginningWith(words.at(0))) {
			if (phrase.lengthAtStart(words) > 0) {
				return Optional.of(phrase);
			}
		}
		return this.others.stream().filter((phrase) -> phrase.lengthAtStart(words) > 0).findFirst();
	}

	/** Where phrases that start at a place can end, as a mask. */
	long behind(int start, Words words) {
		var ends = 0L;
		for (var phrase : beginningWith(words.at(start))) {
			ends |= phrase.behind(start, words);
		}
		for (var phrase : this.others) {
			ends |= phrase.behind(start, words);
		}
		return ends;
	}

	private List<Phrase> beginningWith(String word) {
		return this.byFirstWord.getOrDefault(word, List.of());
	}

}
