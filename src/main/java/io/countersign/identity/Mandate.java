package io.countersign.identity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import org.jspecify.annotations.Nullable;

/**
 * Leave for one person to answer for another.
 *
 * @param id as its giver chose it
 * @param principal the mail address of whoever is answered for
 * @param delegate the mail address of whoever may answer
 * @param from included
 * @param to not included
 * @param categories the case types it covers; all where none is named
 * @param maxAmount the largest amount it covers; any where none is named
 * @param currency of that amount, by ISO 4217
 */
@RetainJavadoc
public record Mandate(String id, EmailAddress principal, EmailAddress delegate, Instant from, Instant to,
		List<String> categories, @Nullable BigDecimal maxAmount, String currency) {

	/** Of amounts that were kept without one. */
	static final String DEFAULT_CURRENCY = "DKK";

	public Mandate {
		categories = List.copyOf(categories);
		currency = Objects.requireNonNullElse(currency, DEFAULT_CURRENCY);
	}

}
