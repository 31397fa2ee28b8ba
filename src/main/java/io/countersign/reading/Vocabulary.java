package io.countersign.reading;

import java.util.HashMap;
import java.util.Map;

/**
 * Which sections of phrases a word may belong to, as a mask with a bit for each: most
 * sections are ruled out by a glance at the words, before any phrase is tried.
 */
final class Vocabulary {

	private final Map<String, Long> words = new HashMap<>();

	/** What words begin with, by its first letter. */
	private final Map<Character, Map<String, Long>> beginnings = new HashMap<>();

	private int sections;

	/** Sections that some phrase without any word of its own belongs to. */
	private long always;

	/** The bit of one more section; where there are many, some share one. */
	long newSection() {
		return 1L << (this.sections++ % Long.SIZE);
	}

	void add(Phrase phrase, long section) {
		phrase.anchors().ifPresentOrElse((anchors) -> add(anchors, section), () -> this.always |= section);
	}

	private void add(Anchors anchors, long section) {
		anchors.words().forEach((word) -> this.words.merge(word, section, (some, other) -> some | other));
		anchors.beginnings()
			.forEach((word) -> this.beginnings.computeIfAbsent(word.charAt(0), (letter) -> new HashMap<>())
				.merge(word, section, (some, other) -> some | other));
	}

	/** The sections a word may stand in. */
	long sections(String word) {
		var found = this.always | this.words.getOrDefault(word, 0L);
		for (var beginning : this.beginnings.getOrDefault(word.charAt(0), Map.of()).entrySet()) {
			if (word.startsWith(beginning.getKey())) {
				found |= beginning.getValue();
			}
		}
		return found;
	}

}
