package io.countersign.reading;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The books an answer is read by, the author's language first: a Dane may well write
 * "approved".
 */
final class Books {

	private final List<Phrasebook> all;

	private final List<Phrasebook> likely;

	Books(List<Phrasebook> all) {
		this.all = List.copyOf(all);
		this.likely = this.all.stream()
			.filter((book) -> this.all.indexOf(book) < 2 || first().isNeighbour(book))
			.toList();
	}

	List<Phrasebook> all() {
		return this.all;
	}

	Glossary glossary() {
		return Glossary.of(first().code());
	}

	Phrasebook first() {
		return this.all.getFirst();
	}

	/** Those of a language in which small talk is to be expected. */
	Stream<Phrasebook> likely() {
		return this.likely.stream();
	}

	boolean isLikely(Phrasebook book) {
		return this.likely.contains(book);
	}

	boolean any(Predicate<Phrasebook> says) {
		return any(this.all, says);
	}

	boolean anyLikely(Predicate<Phrasebook> says) {
		return any(this.likely, says);
	}

	/** It is asked of every word. */
	private static boolean any(List<Phrasebook> books, Predicate<Phrasebook> says) {
		for (var book : books) {
			if (says.test(book)) {
				return true;
			}
		}
		return false;
	}

}
