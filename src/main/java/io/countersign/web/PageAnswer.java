package io.countersign.web;

import java.time.LocalDate;
import java.util.Optional;

import io.countersign.cases.Ask;
import io.countersign.identity.Person;

/**
 * An answer as it was given on a page.
 *
 * @param words what those who get it read; of an approval with conditions the condition
 * @param delegate who is to decide instead
 * @param until when it is looked at again
 * @param key names this one attempt, so that a repetition is no second answer
 */
record PageAnswer(Person by, Ask ask, Answer answer, String words, Optional<Person> delegate, Optional<LocalDate> until,
		String key) {
}
