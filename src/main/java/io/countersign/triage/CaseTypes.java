package io.countersign.triage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The kind of case, by the words its subject and request use. The first that fits counts.
 */
public final class CaseTypes {

	private static final String OTHER = "beslutning";

	private static final Map<String, Pattern> TYPES = types();

	private CaseTypes() {
	}

	/** Every kind of case that somebody decides. */
	public static List<String> decided() {
		return Stream.concat(TYPES.keySet().stream(), Stream.of(OTHER)).toList();
	}

	static String of(String subject, String words) {
		return fitting(subject, words).findFirst().orElse(OTHER);
	}

	/** Every kind that fits, in their order. */
	static List<String> all(String subject, String words) {
		return fitting(subject, words).toList();
	}

	private static Stream<String> fitting(String subject, String words) {
		var text = subject + "\n" + words;
		return TYPES.entrySet().stream().filter((type) -> type.getValue().matcher(text).find()).map(Map.Entry::getKey);
	}

	private static Map<String, Pattern> types() {
		var types = new LinkedHashMap<String, Pattern>();
		types.put("ministersvar",
				pattern("§ ?20|spørgsmål S ?\\d+|\\bS \\d{2,4}\\b|ministersvar|folketinget|udvalgsspørgsmål"));
		types.put("presse", pattern("presse|journalist|press release|udtalelse til|citat til"));
		types.put("klagesag", pattern("(?<!be)klage|complaint|ombudsmand"));
		types.put("budgetnotat", pattern("budget|bevilling|finanslov|aktstykke"));
		types.put("mødemateriale", pattern("mødemateriale|dagsorden|agenda|direktionsmøde"));
		types.put("kontrakt", pattern("kontrakt|contract|lejemål|\\blease|indkøb|udbud|\\btender"));
		return types;
	}

	private static Pattern pattern(String words) {
		return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

}
