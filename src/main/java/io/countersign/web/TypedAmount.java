package io.countersign.web;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * An amount of money as people type it in Danish or English. A dot may be either sign, so
 * it groups thousands only in threes and begins the two decimals only once; anything else
 * is no amount.
 */
final class TypedAmount {

	private static final int LONGEST = 24;

	private static final Pattern PLAIN = Pattern.compile("(\\d{1,15})(?:[.,](\\d{2}))?");

	private static final Pattern GROUPED = Pattern
		.compile("(\\d{1,3}(?:([., \\u00a0])\\d{3})(?:\\2\\d{3}){0,4})(?:(?!\\2)[.,](\\d{2}))?");

	private TypedAmount() {
	}

	/** The amount, if it is one and more than nothing. */
	static Optional<BigDecimal> read(String typed) {
		if (typed.length() > LONGEST) {
			return Optional.empty();
		}
		var grouped = GROUPED.matcher(typed);
		if (grouped.matches()) {
			return positive(grouped.group(1).replaceAll("[^0-9]", ""), grouped.group(3));
		}
		var plain = PLAIN.matcher(typed);
		return plain.matches() ? positive(plain.group(1), plain.group(2)) : Optional.empty();
	}

	private static Optional<BigDecimal> positive(String whole, @Nullable String decimals) {
		var amount = new BigDecimal((decimals != null) ? whole + "." + decimals : whole);
		return Optional.of(amount).filter((one) -> one.signum() > 0);
	}

}
