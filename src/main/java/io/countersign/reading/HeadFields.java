package io.countersign.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The fields by which the head of a quoted mail is known, by their names in every
 * language: "Fra", "From", "Von".
 */
final class HeadFields {

	private static final Pattern COLUMN = Pattern.compile("\\t+| {3,}");

	private static final int LONGEST_NAME = 24;

	/** Of a line in columns, in characters. */
	private static final int WIDEST = 300;

	private final Map<String, Field> named = new HashMap<>();

	HeadFields(List<Phrasebook> books) {
		for (var field : Field.values()) {
			var section = "header " + field.name().toLowerCase(Locale.ROOT);
			names(books, section).forEach((name) -> this.named.put(name, field));
		}
	}

	private static Stream<String> names(List<Phrasebook> books, String section) {
		return books.stream().flatMap((book) -> book.section(section).stream()).map(HeadFields::literal);
	}

	private static String literal(Phrase phrase) {
		var words = new ArrayList<String>();
		for (var part : phrase.parts().parts()) {
			if (part instanceof PhrasePart.Literal word) {
				words.add(word.word());
			}
		}
		return String.join(" ", words);
	}

	/** Which one a line is. Notes sets them beside the writer and the date. */
	Optional<Field> of(String line) {
		return atStart(line).or(() -> inColumns(line));
	}

	/** Whether one stands beside something else. */
	boolean areInColumns(String line) {
		return atStart(line).isEmpty() && inColumns(line).isPresent();
	}

	/** The one whose name is all of a line. */
	Optional<Field> label(String line) {
		return (line.length() > LONGEST_NAME) ? Optional.empty()
				: Optional.ofNullable(this.named.get(line.toLowerCase(Locale.ROOT)));
	}

	private Optional<Field> inColumns(String line) {
		return (line.length() > WIDEST || line.indexOf(':') < 0) ? Optional.empty()
				: COLUMN.splitAsStream(line).skip(1).flatMap((column) -> atStart(column).stream()).findFirst();
	}

	private Optional<Field> atStart(String line) {
		var colon = line.indexOf(':');
		if (colon < 1 || colon > LONGEST_NAME) {
			return Optional.empty();
		}
		var name = line.substring(0, colon).replace("*", "").replace("|", "").strip().toLowerCase(Locale.ROOT);
		return Optional.ofNullable(this.named.get(name.endsWith(".") ? name.substring(0, name.length() - 1) : name));
	}

	/** What a field holds. */
	enum Field {

		FROM, SENT, TO, CC, SUBJECT, OTHER

	}

}
