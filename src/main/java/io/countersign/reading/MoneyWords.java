package io.countersign.reading;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The words that make a number an amount of money, in five languages. */
final class MoneyWords {

	private static final Map<String, Integer> SCALES = scales();

	/** Alone it may be metres; beside a currency it is millions. */
	private static final Map<String, Integer> LETTERS = Map.of("t", 3, "k", 3, "m", 6, "b", 12);

	private static final Map<String, String> CURRENCIES = currencies();

	private static final Set<String> CODES = Currency.getAvailableCurrencies()
		.stream()
		.map(Currency::getCurrencyCode)
		.collect(Collectors.toUnmodifiableSet());

	private static final Map<String, String> SIGNS = Map.of("€", "EUR", "$", "USD", "£", "GBP");

	/** A currency that is none we know: ISO 4217's code for none. */
	private static final String OTHER = "XXX";

	/** A number spelt out is not read, and not overlooked. */
	private static final List<String> SPELT = List.of("tusind", "tusen", "thousand", "tausend", "million", "miljon",
			"milliard", "miljard", "billion", "hundred", "hundert", "hundra", "mrd", "mio");

	private static final Set<String> COURTESIES = Set.of("tak", "takk", "tack", "thanks", "dank", "procent", "percent",
			"prozent", "pct");

	/** What makes one sum into several, or leaves it open. */
	private static final Set<String> OPEN = Set.of("pr", "per", "pro", "stk", "styk", "stykket", "hver", "each",
			"gange", "times", "x", "à", "pa", "apiece", "årligt", "årlig", "årlige", "årligen", "året", "år", "måned",
			"måneden", "månedligt", "månedlig", "månad", "ugen", "ugentligt", "dagen", "dagligt", "kvartal",
			"kvartalet", "timen", "time", "annually", "yearly", "annual", "monthly", "month", "year", "week", "weekly",
			"day", "daily", "hour", "hourly", "quarter", "quarterly", "unit", "piece", "ekskl", "eksklusive", "excl",
			"excluding", "plus", "jährlich", "monatlich", "jahr", "monat", "zzgl");

	private static final Set<String> LEAST = Set.of("mindst", "minimum", "min", "fra", "from", "over", "above", "least",
			"mere", "more", "than", "end", "x", "gange", "times", "à", "plus", "mindestens", "minst", "från");

	private static final Set<String> SEVERAL = Set.of("×", "*", "+");

	private MoneyWords() {
	}

	/** How many noughts a word adds to the number before it. */
	static Optional<Integer> scale(String word) {
		return Optional.ofNullable(SCALES.get(lower(word)));
	}

	static Optional<Integer> letter(String word) {
		return Optional.ofNullable(LETTERS.get(lower(word)));
	}

	static boolean isCapital(String word) {
		return word.equals("M") || word.equals("K");
	}

	static Optional<String> currency(MoneyToken token) {
		var word = token.text();
		if (token.is(MoneyToken.Kind.SIGN)) {
			return (Character.getType(word.charAt(0)) == Character.CURRENCY_SYMBOL)
					? Optional.of(SIGNS.getOrDefault(word, OTHER)) : Optional.empty();
		}
		return CODES.contains(word) ? Optional.of(word) : Optional.ofNullable(CURRENCIES.get(lower(word)));
	}

	/** Mia is a name too. */
	static boolean isSpelt(String word) {
		var small = lower(word);
		return word.equals("mia") || SPELT.stream().anyMatch(small::contains);
	}

	static boolean isCourtesy(String word) {
		return COURTESIES.contains(lower(word));
	}

	static boolean opensBehind(MoneyToken token) {
		return OPEN.contains(lower(token.text())) || SEVERAL.contains(token.text());
	}

	static boolean opensBefore(MoneyToken token) {
		return LEAST.contains(lower(token.text())) || SEVERAL.contains(token.text());
	}

	static boolean isShare(MoneyToken token) {
		return token.text().equals("%") || Set.of("pct", "procent", "percent", "prozent").contains(lower(token.text()));
	}

	private static String lower(String word) {
		return word.toLowerCase(Locale.ROOT);
	}

	private static Map<String, Integer> scales() {
		var scales = new HashMap<String, Integer>();
		List.of("tkr", "kkr", "tdkk", "teur", "tusind", "tusinde", "tusen", "thousand", "tausend")
			.forEach((word) -> scales.put(word, 3));
		List.of("mio", "mill", "million", "millioner", "millionen", "millions", "miljon", "miljoner", "mkr", "mdkk",
				"meur", "mn", "mln")
			.forEach((word) -> scales.put(word, 6));
		List.of("mia", "milliard", "milliarder", "milliarden", "miljard", "miljarder", "mrd", "bn")
			.forEach((word) -> scales.put(word, 9));
		List.of("billion", "billioner", "billions", "billionen").forEach((word) -> scales.put(word, 12));
		List.of("hundrede", "hundred", "hundra", "hundert").forEach((word) -> scales.put(word, 2));
		return Map.copyOf(scales);
	}

	private static Map<String, String> currencies() {
		var currencies = new HashMap<String, String>();
		List.of("kr", "krone", "kroner", "kronor", "dkr", "dkk", "tkr", "mkr", "kkr", "tdkk", "mdkk")
			.forEach((word) -> currencies.put(word, "DKK"));
		List.of("euro", "euros", "eur", "teur", "meur").forEach((word) -> currencies.put(word, "EUR"));
		List.of("dollar", "dollars", "usd").forEach((word) -> currencies.put(word, "USD"));
		List.of("pund", "pounds", "gbp").forEach((word) -> currencies.put(word, "GBP"));
		currencies.put("sek", "SEK");
		currencies.put("nok", "NOK");
		return Map.copyOf(currencies);
	}

}
