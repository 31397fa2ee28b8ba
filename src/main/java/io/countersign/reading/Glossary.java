package io.countersign.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What words mean, whatever the language: words of one sense have one gloss. A word that
 * the author's language does not have is looked up in the others, the nearest first.
 */
final class Glossary {

	/** A language, and where else its words are looked up. */
	private static final Map<String, List<String>> ORDER = Map.of("da", List.of("da", "nb", "sv", "en", "de"), "en",
			List.of("en", "da", "nb", "sv", "de"), "sv", List.of("sv", "nb", "da", "en", "de"), "nb",
			List.of("nb", "da", "sv", "en", "de"), "de", List.of("de", "en", "da", "nb", "sv"));

	private static final Map<String, Glosses> FILES = ORDER.keySet()
		.stream()
		.collect(Collectors.toUnmodifiableMap((language) -> language,
				(language) -> Glosses.of(LinearModel.file("glosses/" + language + ".txt"))));

	private static final Map<String, Glossary> ALL = ORDER.entrySet()
		.stream()
		.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey,
				(one) -> new Glossary(one.getValue().stream().flatMap(Glossary::file).toList())));

	private static final String ANY = "en";

	/** So many words may have one gloss together, as "turn down" has. */
	private static final int MOST_WORDS = 4;

	private final List<Glosses> glosses;

	private final WordMemory<Optional<Gloss>> known = new WordMemory<>(this::find);

	private Glossary(List<Glosses> glosses) {
		this.glosses = glosses;
	}

	private static Stream<Glosses> file(String language) {
		return Stream.ofNullable(FILES.get(language));
	}

	/**
	 * @param language as in BCP 47
	 */
	static Glossary of(String language) {
		return Stream.of(language, ANY)
			.flatMap((one) -> Stream.ofNullable(ALL.get(one)))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("There are no glosses"));
	}

	/** The words of all languages. */
	static Glossary ofAll() {
		return of(ANY);
	}

	boolean knows(String word) {
		return gloss(word).isPresent();
	}

	/** Whether it is known by itself, and not only by the last part of a compound. */
	boolean lists(String word) {
		return this.glosses.stream().anyMatch((file) -> file.ofWord(word).isPresent());
	}

	/** Each word, or several that mean one thing, with what it means. */
	List<Glossed> of(Words words) {
		var glossed = new ArrayList<Glossed>();
		for (var at = 0; at < words.size();) {
			var next = longest(words, at);
			glossed.add(next);
			at = next.end();
		}
		return glossed;
	}

	private Glossed longest(Words words, int at) {
		var most = this.glosses.getFirst().mayBegin(words.at(at)) ? MOST_WORDS : 1;
		for (var length = Math.min(most, words.size() - at); length > 1; length--) {
			var gloss = this.glosses.getFirst().exact(words.part(at, at + length).toString());
			if (gloss.isPresent()) {
				return new Glossed(at, at + length, gloss);
			}
		}
		return new Glossed(at, at + 1, gloss(words.at(at)));
	}

	private Optional<Gloss> gloss(String word) {
		return this.known.of(word);
	}

	private Optional<Gloss> find(String word) {
		for (var file : this.glosses) {
			var found = file.ofWord(word);
			if (found.isPresent()) {
				return found;
			}
		}
		return this.glosses.getFirst().ofLastPart(word);
	}

	/**
	 * A sense.
	 *
	 * @param name in English
	 * @param kind what such words do in a sentence
	 * @param named its name in a feature
	 * @param shape what it adds to the shape of a sentence
	 */
	record Gloss(String name, String kind, Fragment named, Fragment shape) {

		/** Of these kinds, each sense gives a sentence another shape. */
		private static final Set<String> TOLD_APART = Set.of("FN", "MODAL", "LIMIT", "YES", "NO", "LATER", "BE",
				"AGREE", "REFUSE", "STANCE");

		static Gloss of(String name, String kind) {
			return new Gloss(name, kind, Fragment.of(name), Fragment.of(TOLD_APART.contains(kind) ? name : kind));
		}

	}

	/** Words from one position to another, and what they mean as far as that is known. */
	record Glossed(int from, int end, Optional<Gloss> gloss) {
	}

}
