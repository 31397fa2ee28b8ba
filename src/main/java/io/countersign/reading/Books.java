package io.countersign.reading;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The books an answer is read by, the author's language first: a Dane may well write
 * "approved".
 */
record Books(List<Phrasebook> all) {

	Books {
		all = List.copyOf(all);
	}

	Glossary glossary() {
		return Glossary.of(first().code());
	}

	Phrasebook first() {
		return this.all.getFirst();
	}

	/** Those of a language in which small talk is to be expected. */
	Stream<Phrasebook> likely() {
		return this.all.stream().filter(this::isLikely);
	}

	boolean isLikely(Phrasebook book) {
		return this.all.indexOf(book) < 2 || first().isNeighbour(book);
	}

	boolean any(Predicate<Phrasebook> says) {
		return this.all.stream().anyMatch(says);
	}

}
