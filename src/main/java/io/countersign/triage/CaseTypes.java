package io.countersign.triage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The kind of case, by the words its subject and request use. The first that fits counts.
 */
final class CaseTypes {

	private static final Map<String, Pattern> TYPES = types();

	private CaseTypes() {
	}

	static String of(String subject, String words) {
		var text = subject + "\n" + words;
		return TYPES.entrySet()
			.stream()
			.filter((type) -> type.getValue().matcher(text).find())
			.map(Map.Entry::getKey)
			.findFirst()
			.orElse("beslutning");
	}

	private static Map<String, Pattern> types() {
		var types = new LinkedHashMap<String, Pattern>();
		types.put("ministersvar",
				pattern("§ ?20|spørgsmål S ?\\d+|S \\d{2,4}\\b|ministersvar|folketinget|udvalgsspørgsmål"));
		types.put("presse", pattern("presse|journalist|press release|udtalelse til|citat til"));
		types.put("klagesag", pattern("klage|complaint|ombudsmand"));
		types.put("budgetnotat", pattern("budget|bevilling|finanslov|aktstykke"));
		types.put("mødemateriale", pattern("mødemateriale|dagsorden|agenda|direktionsmøde"));
		types.put("kontrakt", pattern("kontrakt|contract|lejemål|lease|indkøb|udbud|tender"));
		return types;
	}

	private static Pattern pattern(String words) {
		return Pattern.compile(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

}
