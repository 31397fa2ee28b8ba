package io.countersign.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Phrases that may begin with any word, found by words that must stand in them. */
final class LoosePhrases {

	private final List<Phrase> phrases = new ArrayList<>();

	private final Map<String, BitSet> byWord = new HashMap<>();

	/** By what a word begins with, and that by its first letter. */
	private final Map<Character, Map<String, BitSet>> byBeginning = new HashMap<>();

	private final BitSet always = new BitSet();

	void add(Phrase phrase) {
		var index = this.phrases.size();
		this.phrases.add(phrase);
		phrase.anchors().ifPresentOrElse((anchors) -> add(anchors, index), () -> this.always.set(index));
	}

	private void add(Anchors anchors, int index) {
		anchors.words().forEach((word) -> this.byWord.computeIfAbsent(word, (key) -> new BitSet()).set(index));
		anchors.beginnings()
			.forEach((word) -> this.byBeginning.computeIfAbsent(word.charAt(0), (letter) -> new HashMap<>())
				.computeIfAbsent(word, (key) -> new BitSet())
				.set(index));
	}

	/** Those that may be among the words, in the order of the file. */
	List<Phrase> in(Words words) {
		if (this.phrases.isEmpty()) {
			return List.of();
		}
		var found = new BitSet();
		found.or(this.always);
		for (var i = 0; i < words.size(); i++) {
			collect(words.at(i), found);
		}
		return found.isEmpty() ? List.of() : found.stream().mapToObj(this.phrases::get).toList();
	}

	private void collect(String word, BitSet found) {
		var some = this.byWord.get(word);
		if (some != null) {
			found.or(some);
		}
		for (var beginning : this.byBeginning.getOrDefault(word.charAt(0), Map.of()).entrySet()) {
			if (word.startsWith(beginning.getKey())) {
				found.or(beginning.getValue());
			}
		}
	}

}
