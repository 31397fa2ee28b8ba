package io.countersign.identity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Leave for one person to answer for another.
 *
 * @param from included
 * @param to not included
 * @param categories the case types it covers; all where none is named
 * @param maxAmount the largest amount it covers; any where none is named
 */
public record Mandate(String id, EmailAddress principal, EmailAddress delegate, Instant from, Instant to,
		List<String> categories, @Nullable BigDecimal maxAmount) {

	public Mandate {
		categories = List.copyOf(categories);
	}

}
