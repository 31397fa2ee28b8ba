package io.countersign.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words for days and times in one language, from the file {@code dates/<code>.txt}: a
 * section in square brackets, then lines with a phrase, an equals sign and its meaning.
 */
final class DateBook {

	private final String code;

	private final Map<String, List<Entry>> sections = new HashMap<>();

	private final Map<String, PhrasePart> defined = new HashMap<>();

	private DateBook(String code) {
		this.code = code;
	}

	static DateBook of(String code) {
		var book = new DateBook(code);
		try (var file = DateBook.class.getResourceAsStream("dates/" + code + ".txt")) {
			if (file == null) {
				throw new IllegalStateException("There is no file of dates for " + code);
			}
			book.take(new String(file.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
		return book;
	}

	private void take(String file) {
		var section = "";
		var number = 0;
		for (var line : file.lines().map(String::strip).toList()) {
			number++;
			var equals = line.lastIndexOf('=');
			if (line.isEmpty() || line.startsWith("#")) {
				continue;
			}
			if (equals < 0) {
				section = line.substring(1, line.length() - 1);
			}
			else {
				take(section, number, line, equals);
			}
		}
	}

	private void take(String section, int number, String line, int equals) {
		if (section.equals("define")) {
			this.defined.put(line.substring(0, line.indexOf('=')).strip(),
					parse(line.substring(line.indexOf('=') + 1).strip()));
			return;
		}
		var phrase = new Phrase("dates/%s/%s/%d".formatted(this.code, section, number),
				parse(line.substring(0, equals).strip()));
		this.sections.computeIfAbsent(section, (name) -> new ArrayList<>())
			.add(new Entry(phrase, line.substring(equals + 1).strip()));
	}

	private PhrasePart.Row parse(String phrase) {
		return new PhraseParser(phrase, this.defined, Set.of(), Set.of(), false).parse();
	}

	/** The longest phrase of a section that begins at a word. */
	Optional<Hit> at(String section, Words words, int from) {
		if (from < 0 || from >= words.size()) {
			return Optional.empty();
		}
		var rest = words.part(from, words.size());
		var longest = 0;
		Hit best = null;
		for (var entry : entries(section)) {
			var length = entry.phrase().lengthAtStart(rest);
			if (length > longest) {
				longest = length;
				best = new Hit(length, entry.meaning(), entry.phrase().rule());
			}
		}
		return Optional.ofNullable(best);
	}

	/** The phrase of a section that ends before a word, the longest first. */
	Optional<Hit> before(String section, Words words, int to) {
		for (var from = Math.max(0, to - 5); from < to; from++) {
			var part = words.part(from, to);
			for (var entry : entries(section)) {
				if (entry.phrase().isAll(part)) {
					return Optional.of(new Hit(to - from, entry.meaning(), entry.phrase().rule()));
				}
			}
		}
		return Optional.empty();
	}

	boolean in(String section, Words words) {
		return entries(section).stream().anyMatch((entry) -> entry.phrase().isIn(words));
	}

	private List<Entry> entries(String section) {
		return this.sections.getOrDefault(section, List.of());
	}

	private record Entry(Phrase phrase, String meaning) {
	}

	/**
	 * A phrase found.
	 *
	 * @param words how many words it covers
	 */
	record Hit(int words, String meaning, String rule) {

		int number() {
			return Integer.parseInt(this.meaning);
		}

	}

}
