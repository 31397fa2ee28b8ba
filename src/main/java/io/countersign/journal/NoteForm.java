package io.countersign.journal;

import java.time.DateTimeException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a kind of note is written. One that would be written otherwise is none, so that two
 * texts never say the same.
 *
 * @param what such a note is
 */
record NoteForm<T>(Pattern pattern, String what, Function<Matcher, T> made, Function<T, String> text) {

	/**
	 * @throws IllegalArgumentException when it is no such note
	 */
	T parse(String text) {
		var match = this.pattern.matcher(text);
		if (!match.matches()) {
			throw new IllegalArgumentException("It is not " + this.what);
		}
		try {
			var note = this.made.apply(match);
			if (!this.text.apply(note).equals(text)) {
				throw new IllegalArgumentException("It is not written as %s is".formatted(this.what));
			}
			return note;
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException("Its time is not a time", ex);
		}
	}

}
