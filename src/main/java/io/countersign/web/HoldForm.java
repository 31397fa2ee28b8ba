package io.countersign.web;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A legal hold as somebody typed it, to be shown again as it is where something is wrong
 * with it.
 *
 * @param what the number of a case, or the name or address of a person
 * @param until the last day
 * @param key names this one form, so that sending it twice makes one hold
 */
record HoldForm(String what, String why, String until, String key) {

	/** Of what a request does not say it says nothing. */
	HoldForm {
		what = text(what);
		why = text(why);
		until = text(until);
		key = text(key);
	}

	private static String text(@Nullable String typed) {
		return Objects.requireNonNullElse(typed, "").replace('\0', ' ').strip();
	}

}
