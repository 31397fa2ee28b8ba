package io.countersign.verdicts;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One of several that a number or a letter tells apart: "version 2", "option B". */
final class Choices {

	private static final String VERSION = "version ";

	private static final String OPTION = "option ";

	private static final Map<String, String> NUMBERS = Map.ofEntries(Map.entry("one", "1"), Map.entry("eins", "1"),
			Map.entry("two", "2"), Map.entry("to", "2"), Map.entry("två", "2"), Map.entry("zwei", "2"),
			Map.entry("three", "3"), Map.entry("tre", "3"), Map.entry("drei", "3"), Map.entry("four", "4"),
			Map.entry("fire", "4"), Map.entry("fyra", "4"), Map.entry("vier", "4"), Map.entry("five", "5"),
			Map.entry("fem", "5"), Map.entry("fünf", "5"));

	/**
	 * "I" and small letters are words more often than names, and so is what a full stop
	 * shortens: "forslag d. 3. maj". "To" is the number only where no English follows.
	 */
	private static final String LABEL = "(?:[0-9]{1,3}(?:\\.[0-9]{1,4})*+|[A-HJ-Z]|[b-h](?!\\.\\h*+[\\p{L}0-9])"
			+ "|(?i:one|eins|two|zwei|två|three|tre|drei|four|fire|fyra|vier|five|fem|fünf|to(?=\\h++er\\b|\\h*+(?:[.!,\\n]|\\z))))\\b";

	/** "Options A, B or C". */
	private static final String LABELS = LABEL
			+ "(?:\\h?(?:[,/&]|(?i:or|and|eller|og|oder|und|och)\\b|,\\h?(?i:or|and)\\b)\\h?" + LABEL + ")*+";

	private static final String ENDING = "(?:en|n|et|er|r|erne|rne|ene|e|s)?";

	/** "Version nr. 2", "version #2", "version-2". */
	private static final String BORDER = "(?:[-_]|[\\h#(\"'„“]{1,4}(?:(?i:nr|no|nummer|number)(?:\\.\\h?|\\h))?)";

	private static final Pattern ONE = Pattern.compile("\\b" + LABEL, Pattern.UNICODE_CHARACTER_CLASS);

	private static final Pattern ZEROS = Pattern.compile("(?:\\.0++)++$");

	private static final Pattern VERSIONS = named(
			"(?i:version|udgave|utgave|utgåva|fassung|draft|udkast|utkast|entwurf)" + ENDING + BORDER
					+ "|(?i:v)(?=[0-9])");

	private static final Pattern OPTIONS = named(
			"(?i:option|modell?|alternative?|variante?|scenarie|scenario|szenario|mulighed|valgmulighed|løsning|lösung|lösning"
					+ "|løsningsforslag|forslag|förslag|proposal|vorschlag|tilbud|offer|quote|angebot)" + ENDING
					+ BORDER + "|(?i:plan)\\h(?=\\p{L}\\b)");

	private Choices() {
	}

	/** With the flag a letter like "ø" is one, and "forslag Søren" names no "S". */
	private static Pattern named(String front) {
		return Pattern.compile("\\b(?:%s)(?<labels>%s)".formatted(front, LABELS), Pattern.UNICODE_CHARACTER_CLASS);
	}

	static Set<String> in(String words) {
		return all(words).collect(Collectors.toUnmodifiableSet());
	}

	/** Those that a mail names, except in these words of it. */
	static Set<String> beside(String own, String mail) {
		var times = all(mail).collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		all(own).forEach((choice) -> times.computeIfPresent(choice, (_, count) -> (count > 1) ? count - 1 : null));
		return Set.copyOf(times.keySet());
	}

	private static Stream<String> all(String words) {
		return Stream.concat(all(VERSION, VERSIONS, words), all(OPTION, OPTIONS, words));
	}

	private static Stream<String> all(String kind, Pattern pattern, String words) {
		return pattern.matcher(words)
			.results()
			.flatMap((found) -> ONE.matcher(found.group("labels")).results())
			.map(MatchResult::group)
			.map((label) -> kind + plain(label.toLowerCase(Locale.ROOT)));
	}

	/** "Two" and "2.0" are 2. */
	private static String plain(String label) {
		return NUMBERS.getOrDefault(label, ZEROS.matcher(label).replaceFirst(""));
	}

	static String version(int number) {
		return VERSION + number;
	}

	static boolean isVersion(String choice) {
		return choice.startsWith(VERSION);
	}

}
