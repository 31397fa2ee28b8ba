package io.countersign.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The phrases of one language, from the file {@code phrases/<code>.txt}: a section in
 * square brackets on a line of its own, then one phrase a line. The sections
 * {@code define} and {@code turning} come first.
 */
final class Phrasebook {

	private static final Set<String> SCANDINAVIAN = Set.of("da", "sv", "nb");

	private final String code;

	private final Vocabulary vocabulary = new Vocabulary();

	private final Map<String, PhraseSection> sections = new HashMap<>();

	private final Map<String, PhrasePart> defined = new HashMap<>();

	private final WordLists words = new WordLists();

	private final SmallTalk talk = new SmallTalk(this.words);

	private final Handover handover;

	private Phrasebook(String code) {
		this.code = code;
		this.handover = new Handover(this.words, namesNothing());
	}

	static Phrasebook of(String code) {
		return of("phrases", code);
	}

	/** What mails ask is told in files of their own, in the folder {@code asks}. */
	static Phrasebook of(String folder, String code) {
		var isPhrases = folder.equals("phrases");
		var book = new Phrasebook(isPhrases ? code : folder + "/" + code);
		if (isPhrases) {
			book.words.of("turning").addAll(TurningWords.ofAllLanguages());
			book.words.of("aspect").addAll(TurningWords.aspects());
			book.words.of("attributive").addAll(TurningWords.attributive());
		}
		book.take(PhraseFile.of(folder, code).lines());
		return book;
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
	private boolean namesNothing() {
		return this.code.equals("de") || this.code.startsWith("asks/");
	}

	private PhraseRow parse(String phrase) {
		return new PhraseParser(phrase, this.defined, this.words, namesNothing()).parse();
	}

	private PhraseSection named(String name) {
		return this.sections.getOrDefault(name, PhraseSection.NONE);
	}

	List<Phrase> section(String name) {
		return named(name).phrases();
	}

	/**
	 * Whether the words are made of nothing but phrases of a section and of words that
	 * change nothing.
	 */
	boolean composes(String section, Words words) {
		return !words.isEmpty() && named(section).mayBeIn(words) && (!isAsking(words) || isElliptic(section, words))
				&& composition(section).covers(words);
	}

	/** To whom the words seem to hand the matter. */
	Optional<String> handsTo(Words words, String quote) {
		return this.handover.to(words, quote);
	}

	private Composition composition(String section) {
		return new Composition(named(section), light(section),
				new Topics(this.words, !section.endsWith(" weak") && !section.equals("core courtesy")));
	}

	/** Beside a faint yes less may stand than beside a clear one. */
	private PhraseSection light(String section) {
		return named(section.endsWith(" weak") ? "light faint" : "light");
	}

	/** How a conclusion that rests on a whole section is named. */
	String rule(String section) {
		return "%s/%s".formatted(this.code, section);
	}

	/** "Can go", "have signed": somebody left out that he speaks of himself or of it. */
	private boolean isElliptic(String section, Words words) {
		return words.size() > 1 && this.words.has("elliptic", words.at(0))
				&& (named(section).behind(0, words) | named(section).behind(1, words)) != 0;
	}

	/** "Is it approved": a verb in front asks, with or without a mark behind. */
	boolean isAsking(Words words) {
		return this.words.has("asking", words.at(0));
	}

	/** Whether the words say that something pleases, and nothing else. */
	boolean praises(Words words) {
		return this.talk.praises(words) && !isAsking(words);
	}

	/** Whether the words tell of everyday things, and of nothing else. */
	boolean chats(Words words) {
		return this.talk.chats(words)
				&& (!isAsking(words) || (words.size() > 1 && !this.words.has("subject", words.at(1))));
	}

	/** "Option": a number behind it names no amount. */
	boolean isOption(String word) {
		return this.words.has("option", word);
	}

	boolean isTurning(String word) {
		return this.words.has("turning", word);
	}

	boolean isDenying(String word) {
		return this.words.has("denying", word);
	}

	/** "Approved" in front of a noun tells what that is. */
	boolean isAttributive(String word) {
		return this.words.has("attributive", word);
	}

	boolean isJoining(String word) {
		return this.words.has("joining", word);
	}

	/** Scandinavians read each other. */
	boolean isNeighbour(Phrasebook other) {
		return SCANDINAVIAN.contains(this.code) && SCANDINAVIAN.contains(other.code);
	}

	/** "Item": a number behind it is not an amount. */
	boolean isItem(String word) {
		return this.words.has("item", word);
	}

	/** "Or": what was asked offers a choice. */
	boolean isOffering(String word) {
		return this.words.has("offering", word);
	}

	/** Whether the word is one of those by which the language is known. */
	boolean isCommon(String word) {
		return this.words.has("common", word);
	}

	Optional<Phrase> whole(String section, Words words) {
		return words.isEmpty() ? Optional.empty() : named(section).whole(words);
	}

	/** How many of the first words a phrase of a section covers at most. */
	int lengthAtStart(String section, Words words) {
		return words.isEmpty() ? 0
				: named(section).longest(words).map((phrase) -> phrase.lengthAtStart(words)).orElse(0);
	}

	Optional<Phrase> in(String section, Words words) {
		return words.isEmpty() ? Optional.empty() : named(section).in(words);
	}

	Optional<Phrase> start(String section, Words words) {
		return words.isEmpty() ? Optional.empty() : named(section).start(words);
	}

}
