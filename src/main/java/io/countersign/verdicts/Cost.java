package io.countersign.verdicts;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.countersign.reading.Amount;

/**
 * What a request says it costs. Only its own words say so; what stands in its files and
 * beside its words may only speak against it.
 *
 * @param asked the amounts of each subject and of each text that asks
 * @param beside those of its files, its quotes and its signature
 */
public record Cost(List<List<Amount>> asked, List<Amount> beside) {

	/** No request names more, and what does is not read to its end. */
	private static final int MOST = 100;

	public Cost {
		asked = asked.stream().map(Cost::few).toList();
		beside = few(beside);
	}

	/** Why it cannot be said that it stays within a limit. */
	Optional<String> beyond(BigDecimal limit, String currency) {
		var all = Stream.concat(this.asked.stream().flatMap(Collection::stream), this.beside.stream()).toList();
		if (this.asked.size() > MOST) {
			return Optional.of("It names more amounts than are read.");
		}
		return all.stream()
			.flatMap((amount) -> doubt(amount, limit, currency).stream())
			.findFirst()
			.or(() -> this.asked.stream().flatMap((sums) -> together(sums, limit, currency).stream()).findFirst())
			.or(() -> this.asked.stream().flatMap(Collection::stream).anyMatch(Amount::money) ? Optional.empty()
					: Optional.of("What it costs is not said in its own words."));
	}

	private static Optional<String> doubt(Amount amount, BigDecimal limit, String currency) {
		if (amount.value().isEmpty()) {
			return Optional.of("What \"%s\" comes to cannot be said.".formatted(amount.quote()));
		}
		if (amount.money() && !amount.currency().equals(Optional.of(currency))) {
			return Optional.of("\"%s\" is no amount in %s.".formatted(amount.quote(), currency));
		}
		return (amount.value().get().compareTo(limit) <= 0) ? Optional.empty()
				: Optional.of((amount.money() ? "\"%s\" is more than that." : "\"%s\" may be more than that.")
					.formatted(amount.quote()));
	}

	/** Two amounts in one breath are asked for together. */
	private static Optional<String> together(List<Amount> sums, BigDecimal limit, String currency) {
		var sum = sums.stream()
			.filter(Amount::money)
			.flatMap((amount) -> amount.value().stream())
			.reduce(BigDecimal.ZERO, BigDecimal::add);
		return (sum.compareTo(limit) <= 0) ? Optional.empty()
				: Optional.of("The amounts it names come to %s %s.".formatted(sum.toPlainString(), currency));
	}

	private static List<Amount> few(List<Amount> amounts) {
		return (amounts.size() <= MOST) ? List.copyOf(amounts)
				: Stream
					.concat(amounts.stream().limit(MOST),
							Stream.of(new Amount(Optional.empty(), Optional.empty(), true, "...")))
					.toList();
	}

}
