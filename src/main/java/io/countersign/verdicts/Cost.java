package io.countersign.verdicts;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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

	private static final Pattern IN_GROUPS = Pattern
		.compile("(?<![\\d.,])\\d{1,3}(?:[. \u00a0\u202f'’]\\d{3}){1,6}(?!\\d)");

	public Cost {
		asked = asked.stream().map((sums) -> few(sums, (_) -> true)).toList();
		beside = few(beside, (rest) -> rest.stream().anyMatch(Cost::isSum));
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

	/**
	 * Why it may be more than these limits, each in its currency. Nothing has to be named
	 * for it to be no more.
	 */
	Optional<String> above(Map<String, BigDecimal> limits) {
		if (this.asked.size() > MOST) {
			return Optional.of("It names more amounts than are read.");
		}
		var own = this.asked.stream()
			.flatMap(Collection::stream)
			.filter((amount) -> amount.value().isPresent() || isSum(amount));
		return Stream.concat(own, this.beside.stream().filter(Cost::isSum))
			.flatMap((amount) -> above(amount, limits).stream())
			.findFirst()
			.or(() -> limits.entrySet()
				.stream()
				.flatMap((limit) -> this.asked.stream()
					.flatMap((sums) -> together(in(limit.getKey(), sums), limit.getValue(), limit.getKey()).stream()))
				.findFirst());
	}

	private static Optional<String> above(Amount amount, Map<String, BigDecimal> limits) {
		if (amount.value().isEmpty()) {
			return Optional.of("What \"%s\" comes to cannot be said.".formatted(amount.quote()));
		}
		var limit = amount.currency().map(limits::get).or(() -> smallest(amount, limits));
		if (limit.isEmpty()) {
			return Optional.of("No limit is set in the currency of \"%s\".".formatted(amount.quote()));
		}
		return (amount.value().get().compareTo(limit.get()) <= 0) ? Optional.empty()
				: Optional.of((amount.money() ? "\"%s\" is more than that." : "\"%s\" may be more than that.")
					.formatted(amount.quote()));
	}

	private static Optional<BigDecimal> smallest(Amount amount, Map<String, BigDecimal> limits) {
		return amount.currency().isPresent() ? Optional.empty() : limits.values().stream().min(BigDecimal::compareTo);
	}

	/** A sum without a currency may be in any. */
	private static List<Amount> in(String currency, List<Amount> sums) {
		return sums.stream().filter((amount) -> amount.currency().map(currency::equals).orElse(true)).toList();
	}

	/** Money by its words, or a number that is written as sums are. */
	private static boolean isSum(Amount amount) {
		return amount.money() || IN_GROUPS.matcher(amount.quote()).find();
	}

	private static List<Amount> few(List<Amount> amounts, Predicate<List<Amount>> hidesMoney) {
		return (amounts.size() <= MOST) ? List.copyOf(amounts) : Stream
			.concat(amounts.stream().limit(MOST), Stream.of(new Amount(Optional.empty(), Optional.empty(),
					hidesMoney.test(amounts.subList(MOST, amounts.size())), "...")))
			.toList();
	}

}
