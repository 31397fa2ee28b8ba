package io.countersign.verdicts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The patterns of {@code tones.txt}, in their order. */
final class Tones {

	private static final String FILE = "tones.txt";

	private static final String HEADING = "## ";

	private static final String COMMENT = "# ";

	private static final String AS_IT_STANDS = "= ";

	private static final Pattern DEFINITION = Pattern.compile("([a-z ]+?) = (.++)");

	static final List<Rule> ALL = read();

	private Tones() {
	}

	/** Where a pattern is looked for. */
	enum Place {

		TEXT, HIMSELF, LINE, SAID, REMARK

	}

	/** One pattern, and what is said of an answer that has it. */
	record Rule(Place place, String sentence, Pattern pattern) {
	}

	private static List<Rule> read() {
		try (var file = Tones.class.getResourceAsStream(FILE)) {
			if (file == null) {
				throw new IllegalStateException("There is no file " + FILE);
			}
			return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The file %s could not be read".formatted(FILE), ex);
		}
	}

	private static List<Rule> read(String file) {
		var names = new LinkedHashMap<String, String>();
		var rules = new ArrayList<Rule>();
		var heading = new String[0];
		for (var line : file.lines().filter((one) -> !one.isBlank() && !one.startsWith(COMMENT)).toList()) {
			var definition = DEFINITION.matcher(line);
			if (line.startsWith(HEADING)) {
				heading = line.substring(HEADING.length()).split(" \\| ", 2);
			}
			else if (heading.length == 0 && definition.matches()) {
				names.put(definition.group(1), replaced(definition.group(2), names));
			}
			else if (heading.length == 2) {
				var place = Place.valueOf(heading[0].toUpperCase(Locale.ROOT));
				rules.add(new Rule(place, heading[1], pattern(place, replaced(line, names))));
			}
			else {
				throw new IllegalStateException("In %s a pattern stands below no heading: %s".formatted(FILE, line));
			}
		}
		return List.copyOf(rules);
	}

	private static String replaced(String pattern, Map<String, String> names) {
		var replaced = pattern;
		for (var name : names.entrySet()) {
			replaced = replaced.replace("<%s>".formatted(name.getKey()), name.getValue());
		}
		return replaced;
	}

	private static Pattern pattern(Place place, String written) {
		if (written.startsWith(AS_IT_STANDS)) {
			return Pattern.compile("(?iu)" + written.substring(AS_IT_STANDS.length()));
		}
		return Pattern
			.compile((place == Place.LINE) ? "(?imu)^\\h*+(?:%s)[.!:]?\\h*+\\n(?=\\s*+\\p{L})".formatted(written)
					: "(?iu)\\b(?:%s)(?!\\p{L})".formatted(written));
	}

}
