package io.countersign.reading;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.countersign.reading.Act.Kind;

/** What the phrases of one language say of words. */
final class Phrasebook {

	private static final Set<String> SCANDINAVIAN = Set.of("da", "sv", "nb");

	private final PhraseSections sections;

	private final WordLists words;

	private final WordKinds kinds;

	private final Set<String> asking;

	/** The sections of whole clauses. */
	private final Map<Kind, PhraseSection> clauses = new EnumMap<>(Kind.class);

	private final SmallTalk talk;

	private final Handover handover;

	private Phrasebook(PhraseSections sections) {
		this.sections = sections;
		this.words = sections.words();
		this.kinds = new WordKinds(this.words);
		this.asking = this.words.of("asking");
		for (var kind : Kind.values()) {
			this.clauses.put(kind, named(kind.section()));
		}
		this.talk = new SmallTalk(this.words);
		this.handover = new Handover(this.words, sections.namesNothing(), Glossary.of(sections.code()));
	}

	static Map<Language, Phrasebook> ofEachLanguage() {
		var books = new EnumMap<Language, Phrasebook>(Language.class);
		for (var language : Language.values()) {
			books.put(language, of(language.code()));
		}
		return books;
	}

	static Phrasebook of(String code) {
		return of("phrases", code);
	}

	/** What mails ask is told in files of their own, in the folder {@code asks}. */
	static Phrasebook of(String folder, String code) {
		return new Phrasebook(PhraseSections.of(folder, code));
	}

	private PhraseSection named(String name) {
		return this.sections.named(name);
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

	/** Whether every noun has a capital, so that a capital tells no name. */
	boolean namesNothing() {
		return this.sections.namesNothing();
	}

	/** What its single words do. */
	WordKinds kinds() {
		return this.kinds;
	}

	Handover handover() {
		return this.handover;
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
		return "%s/%s".formatted(this.sections.code(), section);
	}

	/** "Can go", "have signed": somebody left out that he speaks of himself or of it. */
	private boolean isElliptic(String section, Words words) {
		return words.size() > 1 && this.words.has("elliptic", words.at(0))
				&& (named(section).behind(0, words) | named(section).behind(1, words)) != 0;
	}

	/** "Is it approved": a verb in front asks, with or without a mark behind. */
	boolean isAsking(Words words) {
		return this.asking.contains(words.at(0));
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

	/** The language, as in BCP 47. */
	String code() {
		return this.sections.code();
	}

	/** Scandinavians read each other. */
	boolean isNeighbour(Phrasebook other) {
		return SCANDINAVIAN.contains(this.sections.code()) && SCANDINAVIAN.contains(other.sections.code());
	}

	/** Whether the language uses a word to say something, as "so", "men" and "ok". */
	boolean says(Words word) {
		return this.kinds.isCommon(word.at(0)) || decides(word);
	}

	/** Whether a word alone may change what is decided: "no", "men", "ok". */
	boolean decides(Words word) {
		return this.kinds.isTurning(word.at(0)) || this.kinds.isDenying(word.at(0)) || composes("core yes", word)
				|| composes("core yes weak", word) || composes("core no", word);
	}

	/** The words of a list in its file. */
	Set<String> list(String section) {
		return this.words.of(section);
	}

	/** The phrase that is all of a clause that does this. */
	Optional<Phrase> whole(Kind kind, Words words) {
		return words.isEmpty() ? Optional.empty() : this.clauses.getOrDefault(kind, PhraseSection.NONE).whole(words);
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

	/** Where the longest end of these words that a phrase covers begins, or -1. */
	int startAtEnd(String section, Words words) {
		return words.isEmpty() ? -1 : named(section).startAtEnd(words);
	}

	Optional<Phrase> start(String section, Words words) {
		return words.isEmpty() ? Optional.empty() : named(section).start(words);
	}

}
