package io.countersign.verdicts;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * VA-23: requests above some amount, for which better proof is asked.
 *
 * @param above the limit in each currency; what is asked in any other counts as above it
 * @param least the level of proof below which their verdicts are held
 * @param types the case types it is about; without any it is about all
 */
record Costly(@NotEmpty Map<String, @NotNull @PositiveOrZero BigDecimal> above, @NotNull ProofLevel least,
		@DefaultValue List<String> types) {

	Costly {
		var limits = new TreeMap<String, BigDecimal>();
		above.forEach((currency, limit) -> limits.put(currency.toUpperCase(Locale.ROOT), limit));
		above = Collections.unmodifiableSortedMap(limits);
		types = List.copyOf(Objects.requireNonNullElse(types, List.of()));
	}

	boolean isAbout(Collection<String> kinds) {
		return this.types.isEmpty()
				|| this.types.stream().anyMatch((type) -> kinds.stream().anyMatch(type::equalsIgnoreCase));
	}

	/** Why a request may cost more than the limit; what nobody could read may too. */
	Optional<String> reached(Optional<Cost> cost) {
		return cost.map((known) -> known.above(this.above))
			.orElseGet(() -> Optional.of("What this costs could not be read."));
	}

}
