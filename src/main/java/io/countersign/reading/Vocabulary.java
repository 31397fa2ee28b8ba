package io.countersign.reading;

/**
 * Which sections of phrases a word may belong to, as a mask with a bit for each: most
 * sections are ruled out by a glance at the words, before any phrase is tried.
 */
final class Vocabulary {

	private final AnchorIndex<Long> anchors = new AnchorIndex<>((some, other) -> some | other);

	private final WordMemory<Long> known = new WordMemory<>(this::find);

	private int sections;

	/** Sections that some phrase without any word of its own belongs to. */
	private long always;

	/** The bit of one more section; where there are many, some share one. */
	long newSection() {
		return 1L << (this.sections++ % Long.SIZE);
	}

	void add(Phrase phrase, long section) {
		this.known.forget();
		phrase.anchors().ifPresentOrElse((anchors) -> this.anchors.add(anchors, section), () -> this.always |= section);
	}

	/** The sections a word may stand in. */
	long sections(String word) {
		return this.known.of(word);
	}

	private Long find(String word) {
		return this.anchors.join(word, this.always);
	}

}
