package io.countersign.verdicts;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
					+ "|plan|forslag|förslag|proposal|vorschlag|tilbud|offer|quote|angebot)\\h{1,3}(\\d{1,3}|\\p{Lu})\\b");

	private Choices() {
	}

	static Set<String> in(String words) {
		var versions = VERSIONS.matcher(words)
			.results()
			.map((found) -> VERSION + ((found.group(1) != null) ? found.group(1) : found.group(2)));
		var options = OPTIONS.matcher(words)
			.results()
			.map((found) -> "option " + found.group(1).toLowerCase(Locale.ROOT));
		return Stream.concat(versions, options).collect(Collectors.toUnmodifiableSet());
	}

	static String version(int number) {
		return VERSION + number;
	}

	static boolean isVersion(String choice) {
		return choice.startsWith(VERSION);
	}

}
