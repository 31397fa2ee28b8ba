package io.countersign.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands in a file of phrases: a section in square brackets on a line of its own,
 * then one phrase a line. The sections {@code define} and {@code turning} come first.
 */
final class PhraseSections {

	private final String code;

	private final Vocabulary vocabulary = new Vocabulary();

	private final Map<String, PhraseSection> sections = new HashMap<>();

	private final Map<String, PhrasePart> defined = new HashMap<>();

	private final WordLists words = new WordLists();

	private PhraseSections(String code) {
		this.code = code;
	}

	static PhraseSections of(String folder, String code) {
		var isPhrases = folder.equals("phrases");
		var sections = new PhraseSections(isPhrases ? code : folder + "/" + code);
		if (isPhrases) {
			sections.words.of("turning").addAll(TurningWords.ofAllLanguages());
			sections.words.of("aspect").addAll(TurningWords.aspects());
			sections.words.of("attributive").addAll(TurningWords.attributive());
		}
		sections.take(PhraseFile.of(folder, code).lines());
		return sections;
	}

	private void take(List<String> lines) {
		var section = "";
		var number = 0;
		for (var line : lines) {
			number++;
			if (line.matches("\\[[a-z ]+\\]") && isSectionName(line)) {
				section = line.substring(1, line.length() - 1);
			}
			else if (!line.isEmpty() && !line.startsWith("#")) {
				take(section, line, number);
			}
		}
	}

	/** A phrase of one optional word would look the same; sections are named once. */
	private boolean isSectionName(String line) {
		return !this.sections.containsKey(line.substring(1, line.length() - 1));
	}

	private void take(String section, String line, int number) {
		if (section.equals("define")) {
			define(line);
		}
		else if (WordLists.isList(section)) {
			this.words.add(section, List.of(line.split("\\s+")));
		}
		else {
			this.sections.computeIfAbsent(section, (name) -> new PhraseSection(this.vocabulary))
				.add(new Phrase("%s/%s/%d".formatted(this.code, section, number), parse(line)));
		}
	}

	private void define(String line) {
		var equals = line.indexOf('=');
		this.defined.put(line.substring(0, equals).strip(), parse(line.substring(equals + 1).strip()));
	}

	/** Whom a request names says nothing about what it asks. */
	boolean namesNothing() {
		return this.code.equals("de") || this.code.startsWith("asks/");
	}

	private PhraseRow parse(String phrase) {
		return new PhraseParser(phrase, this.defined, this.words, namesNothing()).parse();
	}

	PhraseSection named(String name) {
		return this.sections.getOrDefault(name, PhraseSection.NONE);
	}

	WordLists words() {
		return this.words;
	}

	/** How the file is named in the rules that its phrases give. */
	String code() {
		return this.code;
	}

}
