package io.countersign.triage;

import java.time.Period;
import java.util.List;
import java.util.Optional;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long what is over is kept (DP-1). Nothing is purged by this alone.
 *
 * @param cases for the kinds of cases that are not named; for ever where it is not set
 * @param categories kinds of cases that have a time of their own
 */
@Validated
@ConfigurationProperties("countersign.retention")
record RetentionProperties(@Nullable Period cases, @DefaultValue List<@Valid Category> categories) {

	RetentionProperties {
		categories = List.copyOf(categories);
		if (cases != null) {
			check(cases);
		}
	}

	/**
	 * A list and no map: in the name of a setting the letters of "indkøb" would be lost.
	 *
	 * @param kind of case, as mandates name it
	 */
	record Category(@NotBlank String kind, @NotNull Period keep) {

		Category {
			check(keep);
		}

	}

	/** Nothing where such a case is kept for ever. */
	Optional<Period> of(String kind) {
		return this.categories.stream()
			.filter((one) -> one.kind().equalsIgnoreCase(kind))
			.map(Category::keep)
			.findFirst()
			.or(() -> Optional.ofNullable(this.cases));
	}

	private static void check(Period period) {
		if (period.isNegative() || period.isZero()) {
			throw new IllegalArgumentException("A case is kept for some time, for instance 5y, 18m or 90d");
		}
	}

}
