package io.countersign.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which sections of phrases a word may belong to, as a mask with a bit for each: most
 * sections are ruled out by a glance at the words, before any phrase is tried.
 */
final class Vocabulary {

	/**
	 * A word keeps room for what so many vocabularies tell of it. Readers have 33; where
	 * there are more, some take each other's room.
	 */
	static final int PLACES = 64;

	private static final AtomicInteger MADE = new AtomicInteger();

	private final int place = MADE.getAndIncrement() & (PLACES - 1);

	private final AnchorIndex<Long> anchors = new AnchorIndex<>((some, other) -> some | other);

	private final Map<String, Long> beginnings = new HashMap<>();

	private int sections;

	private int phrases;

	/** Sections that some phrase without any word of its own belongs to. */
	private long always;

	/** Sections of which some phrase may begin with any word. */
	private long alwaysBeginning;

	/** The bit of one more section; where there are many, some share one. */
	long newSection() {
		return 1L << (this.sections++ % Long.SIZE);
	}

	void add(Phrase phrase, long section) {
		this.phrases++;
		phrase.anchors().ifPresentOrElse((anchors) -> this.anchors.add(anchors, section), () -> this.always |= section);
		phrase.firstWords()
			.ifPresentOrElse(
					(words) -> words
						.forEach((word) -> this.beginnings.merge(word, section, (some, other) -> some | other)),
					() -> this.alwaysBeginning |= section);
	}

	/** Where words keep what it tells of them, which another one may take. */
	int place() {
		return this.place;
	}

	int phrases() {
		return this.phrases;
	}

	Glance at(String word) {
		return new Glance(this, this.phrases, this.anchors.join(word, this.always),
				this.beginnings.getOrDefault(word, 0L) | this.alwaysBeginning);
	}

}
