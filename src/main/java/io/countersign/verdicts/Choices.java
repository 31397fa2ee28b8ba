package io.countersign.verdicts;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One of several that a number or a letter tells apart: "version 2", "option B". */
final class Choices {

	private static final String VERSION = "version ";

	private static final Pattern VERSIONS = Pattern.compile(
			"(?iu)\\b(?:version|udgave|utgave|utgåva|fassung|draft|udkast|utkast|entwurf)(?:en|et)?\\h{1,3}(\\d{1,3})\\b"
					+ "|\\bv(\\d{1,3})\\b");

	/** A small letter behind them is a word more often than a name. */
	private static final Pattern OPTIONS = Pattern.compile(
			"\\b(?iu:option|model|modell|modellen|alternative?|alternativet|variante?|varianten|scenarie|scenario|szenario"
					+ "|mulighed|valgmulighed|løsning|lösung|lösning|løsningsforslag"
					+ "|forslag|förslag|proposal|vorschlag|tilbud|offer|quote|angebot)\\h{1,3}(\\d{1,3}|[A-HJ-Z])\\b"
					+ "(?:\\h?(?iu:,|/|or|and|eller|og|oder|und|och)\\h?(\\d{1,3}|[A-HJ-Z])\\b)?|\\b(?iu:plan)\\h([A-HJ-Z])\\b");

	private Choices() {
	}

	static Set<String> in(String words) {
		return all(words).collect(Collectors.toUnmodifiableSet());
	}

	/** Those that a mail names, except in these words of it. */
	static Set<String> beside(String own, String mail) {
		var beside = all(mail).collect(Collectors.toCollection(ArrayList::new));
		all(own).forEach(beside::remove);
		return Set.copyOf(beside);
	}

	private static Stream<String> all(String words) {
		return Stream.concat(named(VERSION, VERSIONS, words), named("option ", OPTIONS, words));
	}

	private static Stream<String> named(String kind, Pattern pattern, String words) {
		return pattern.matcher(words)
			.results()
			.flatMap((found) -> IntStream.rangeClosed(1, found.groupCount()).mapToObj(found::group))
			.filter(Objects::nonNull)
			.map((label) -> kind + label.toLowerCase(Locale.ROOT));
	}

	static String version(int number) {
		return VERSION + number;
	}

	static boolean isVersion(String choice) {
		return choice.startsWith(VERSION);
	}

}
