package io.countersign.overview;

import java.time.LocalDate;
import java.util.Optional;

import io.countersign.cases.CaseState;

/**
 * What somebody looks for.
 *
 * @param words words in any order, a phrase in quotation marks, a minus before what is
 * not wanted, or the SHA-256 of a file; at most {@value #LONGEST} characters
 * @param person a part of the name or address of somebody who has to do with it
 * @param from the first day it may be of
 * @param to the last day it may be of
 */
public record SearchQuery(String words, Optional<Hit.Kind> kind, Optional<String> person, Optional<CaseState> state,
		Optional<LocalDate> from, Optional<LocalDate> to) {

	public static final int LONGEST = 200;

	public SearchQuery {
		words = words.replace('\0', ' ').strip();
		words = words.substring(0, Math.min(LONGEST, words.length()));
		person = person.map((some) -> some.replace('\0', ' ').strip()).filter((some) -> !some.isEmpty());
	}

	/** Whether there is nothing to look for. */
	public boolean isEmpty() {
		return this.words.isEmpty();
	}

}
