package io.countersign.reading;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which sections of phrases a word may belong to, as a mask with a bit for each: most
 * sections are ruled out by a glance at the words, before any phrase is tried.
 */
final class Vocabulary {

	private static final int MOST_KNOWN = 4_000;

	private static final int LONGEST_KNOWN = 40;

	private final AnchorIndex<Long> anchors = new AnchorIndex<>((some, other) -> some | other);

	/** Most words of a mail stood in another before; how many are known is bounded. */
	private final Map<String, Long> known = new ConcurrentHashMap<>();

	private int sections;

	/** Sections that some phrase without any word of its own belongs to. */
	private long always;

	/** The bit of one more section; where there are many, some share one. */
	long newSection() {
		return 1L << (this.sections++ % Long.SIZE);
	}

	void add(Phrase phrase, long section) {
		this.known.clear();
		phrase.anchors().ifPresentOrElse((anchors) -> this.anchors.add(anchors, section), () -> this.always |= section);
	}

	/** The sections a word may stand in. */
	long sections(String word) {
		var known = this.known.get(word);
		return (known != null) ? known : learnt(word);
	}

	private long learnt(String word) {
		var sections = this.anchors.join(word, this.always);
		if (word.length() <= LONGEST_KNOWN) {
			if (this.known.size() >= MOST_KNOWN) {
				this.known.clear();
			}
			this.known.put(word, sections);
		}
		return sections;
	}

}
