package io.countersign.web;

import java.util.List;
import java.util.Objects;

/**
 * A mandate as somebody typed it, to be shown again as it is where something is wrong
 * with it.
 *
 * @param principal a name or an address, as is the delegate
 * @param from the first day
 * @param until the last day
 * @param categories the kinds of cases, or {@link #EVERY}
 * @param key names this one form, so that sending it twice makes one mandate
 */
record MandateForm(String principal, String delegate, String from, String until, List<String> categories, String amount,
		String currency, String key) {

	/** Nobody gets everything by forgetting to choose. */
	static final String EVERY = "*";

	/** Of what a request does not say it says nothing. */
	MandateForm {
		principal = Objects.requireNonNullElse(principal, "").strip();
		delegate = Objects.requireNonNullElse(delegate, "").strip();
		from = Objects.requireNonNullElse(from, "").strip();
		until = Objects.requireNonNullElse(until, "").strip();
		categories = List.copyOf(Objects.requireNonNullElse(categories, List.of()));
		amount = Objects.requireNonNullElse(amount, "").strip();
		currency = Objects.requireNonNullElse(currency, "").strip();
		key = Objects.requireNonNullElse(key, "");
	}

	/** Nothing is typed yet. */
	static MandateForm empty(String from, String key) {
		return new MandateForm("", "", from, "", List.of(), "", "DKK", key);
	}

}
