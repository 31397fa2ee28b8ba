package io.countersign.triage;

import java.time.Period;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long what is over is kept (DP-1). Nothing is purged by this alone.
 *
 * @param cases for the kinds of cases that are not named; for ever where it is not set
 * @param categories by kind of case, as mandates name it
 */
@Validated
@ConfigurationProperties("countersign.retention")
record RetentionProperties(@Nullable Period cases, @DefaultValue Map<String, Period> categories) {

	RetentionProperties {
		categories.values().forEach(RetentionProperties::check);
		if (cases != null) {
			check(cases);
		}
	}

	/** Nothing where such a case is kept for ever. */
	Optional<Period> of(String category) {
		return this.categories.entrySet()
			.stream()
			.filter((one) -> one.getKey().toLowerCase(Locale.ROOT).equals(category.toLowerCase(Locale.ROOT)))
			.map(Map.Entry::getValue)
			.findFirst()
			.or(() -> Optional.ofNullable(this.cases));
	}

	private static void check(Period period) {
		if (period.isNegative() || period.isZero()) {
			throw new IllegalArgumentException("A case is kept for some time, for instance 5y, 18m or 90d");
		}
	}

}
