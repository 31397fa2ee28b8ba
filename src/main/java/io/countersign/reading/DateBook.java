package io.countersign.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words for days and times in one language, from the file {@code dates/<code>.txt}: a
 * section in square brackets, then lines with a phrase, an equals sign and its meaning.
 */
final class DateBook {

	/** The sections whose words are known with a letter wrong too. */
	private static final Set<String> MISSPELT = Set.of("weekday", "month", "misspelt");

	private final String code;

	private final Vocabulary vocabulary = new Vocabulary();

	private final Map<String, PhraseSection> sections = new HashMap<>();

	private final Map<String, String> meanings = new HashMap<>();

	private final Map<String, PhrasePart> defined = new HashMap<>();

	private final DateSpelling spelling;

	private DateBook(String code, String file) {
		this.code = code;
		take(file);
		this.spelling = new DateSpelling(
				MISSPELT.stream().flatMap((section) -> firstWords(section).stream()).collect(Collectors.toSet()),
				this.sections.keySet()
					.stream()
					.flatMap((section) -> firstWords(section).stream())
					.collect(Collectors.toSet()));
	}

	static DateBook of(String code) {
		try (var file = DateBook.class.getResourceAsStream("dates/" + code + ".txt")) {
			if (file == null) {
				throw new IllegalStateException("There is no file of dates for " + code);
			}
			return new DateBook(code, new String(file.readAllBytes(), StandardCharsets.UTF_8));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
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
		this.sections.computeIfAbsent(section, (name) -> new PhraseSection(this.vocabulary)).add(phrase);
		this.meanings.put(phrase.rule(), line.substring(equals + 1).strip());
	}

	private PhraseRow parse(String phrase) {
		return new PhraseParser(phrase, this.defined, new WordLists(), false).parse();
	}

	private Set<String> firstWords(String section) {
		return named(section).firstWords();
	}

	/** The same words, those for days as they should have been written. */
	Words corrected(Words words) {
		return words.with(this.spelling::corrected);
	}

	Glossary glossary() {
		return Glossary.of(this.code);
	}

	/** The longest phrase of a section that begins at a word. */
	Optional<Hit> at(String section, Words words, int from) {
		if (from < 0 || from >= words.size()) {
			return Optional.empty();
		}
		var phrases = named(section);
		if (!phrases.mayBeginAt(from, words)) {
			return Optional.empty();
		}
		var rest = words.part(from, words.size());
		return phrases.longest(rest).map((phrase) -> hit(phrase, phrase.lengthAtStart(rest)));
	}

	/** The phrase of a section that ends before a word, the longest first. */
	Optional<Hit> before(String section, Words words, int to) {
		var phrases = named(section);
		for (var from = Math.max(0, to - 5); from < to; from++) {
			var phrase = phrases.mayBeginAt(from, words) ? phrases.whole(words.part(from, to))
					: Optional.<Phrase>empty();
			if (phrase.isPresent()) {
				return Optional.of(hit(phrase.get(), to - from));
			}
		}
		return Optional.empty();
	}

	/** Whether any of the words is one of the book's, or has a digit. */
	boolean mayNameADay(Words words) {
		for (var i = 0; i < words.size(); i++) {
			if (words.at(i).chars().anyMatch(Character::isDigit)) {
				return true;
			}
		}
		return words.sections(this.vocabulary) != 0;
	}

	/**
	 * Whether a day or a time may begin with this word: in digits, or as some phrase does
	 * of which another word stands there too. Hardly any word does.
	 */
	boolean mayBeginAt(int at, Words words) {
		var word = words.lexeme(at);
		return word.isNumber() || (word.in(this.vocabulary).beginnings() & words.sections(this.vocabulary)) != 0;
	}

	boolean in(String section, Words words) {
		return !words.isEmpty() && named(section).in(words).isPresent();
	}

	private PhraseSection named(String section) {
		return this.sections.getOrDefault(section, PhraseSection.NONE);
	}

	private Hit hit(Phrase phrase, int words) {
		return new Hit(words, this.meanings.getOrDefault(phrase.rule(), ""), phrase.rule());
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
