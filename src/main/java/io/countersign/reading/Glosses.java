package io.countersign.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.countersign.reading.Glossary.Gloss;

/**
 * The glosses of one language, from its file: below {@code ## KIND} a line
 * {@code gloss: word, word, several words}.
 */
final class Glosses {

	private static final String KIND = "## ";

	private static final String COMMENT = "# ";

	/** The last part of a longer word says what it is, as in "skolebestyrelsen". */
	private static final int SHORTEST_COMPOUND = 8;

	private static final int LONGEST_COMPOUND = 40;

	private static final int SHORTEST_PART = 4;

	private static final int SHORTEST_FRONT = 3;

	/** No compound ends in such a word, only in letters that look like one. */
	private static final Set<String> NEVER_LAST = Set.of("FN", "MODAL", "LIMIT", "STANCE", "YES", "NO", "CHAT");

	private final Map<String, Gloss> words = new HashMap<>();

	/** Without their endings: see {@link BaseForm}. */
	private final Map<String, Gloss> bases = new HashMap<>();

	/** By which words glosses of several words begin. */
	private final Set<String> beginnings = new HashSet<>();

	private Glosses() {
	}

	/**
	 * @throws IllegalArgumentException when a line is neither a kind, a comment nor a
	 * gloss with its words
	 */
	static Glosses of(String file) {
		var glosses = new Glosses();
		var kind = "";
		for (var line : file.lines().filter((one) -> !one.isBlank() && !one.startsWith(COMMENT)).toList()) {
			if (line.startsWith(KIND)) {
				kind = line.substring(KIND.length());
			}
			else {
				glosses.add(line, kind);
			}
		}
		return glosses;
	}

	private void add(String line, String kind) {
		var parts = line.split(": ", 2);
		if (parts.length < 2 || kind.isEmpty()) {
			throw new IllegalArgumentException("A gloss is written 'name: word, word', below its kind: " + line);
		}
		var gloss = Gloss.of(parts[0], kind);
		for (var word : parts[1].split(", ")) {
			this.words.putIfAbsent(word, gloss);
			var space = word.indexOf(' ');
			if (space < 0) {
				this.bases.putIfAbsent(BaseForm.of(word), gloss);
			}
			else {
				this.beginnings.add(word.substring(0, space));
			}
		}
	}

	/** Whether any gloss of several words begins so. */
	boolean mayBegin(String word) {
		return this.beginnings.contains(word);
	}

	/** Of one word or several, just as they stand in the file. */
	Optional<Gloss> exact(String words) {
		return Optional.ofNullable(this.words.get(words));
	}

	/** Of a word, or of another form of it. */
	Optional<Gloss> ofWord(String word) {
		return exact(word).or(() -> Optional.ofNullable(this.bases.get(BaseForm.of(word))));
	}

	/**
	 * Of a compound that is not known as a whole, what its longest known part at the end
	 * means.
	 */
	Optional<Gloss> ofLastPart(String word) {
		if (word.length() < SHORTEST_COMPOUND || word.length() > LONGEST_COMPOUND) {
			return Optional.empty();
		}
		for (var from = SHORTEST_FRONT; from <= word.length() - SHORTEST_PART; from++) {
			var gloss = ofWord(word.substring(from)).filter((one) -> !NEVER_LAST.contains(one.kind()));
			if (gloss.isPresent()) {
				return gloss;
			}
		}
		return Optional.empty();
	}

}
