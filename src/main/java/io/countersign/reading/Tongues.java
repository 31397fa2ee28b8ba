package io.countersign.reading;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Tells by its common words which language a text is in. */
final class Tongues {

	/** So much of a text is enough to know its language. */
	private static final int ENOUGH = 600;

	/** What only one language says tells more than what several say. */
	private static final int OWN_WORD = 3;

	/**
	 * So many more of the common words that a sentence is in another language than the
	 * mail.
	 */
	private static final int CLEARLY = 4;

	/** Of a longer mail only the beginning is looked at. */
	private static final int SENTENCES = 40;

	private final Map<Language, Phrasebook> books;

	Tongues(Map<Language, Phrasebook> books) {
		this.books = books;
	}

	/**
	 * @param own what the author wrote, which decides: a Dane may answer an English mail,
	 * and two English notices below do not make an answer English
	 * @param whole all that stands around, looked at where the own words leave it open
	 */
	Language likeliest(String own, String whole) {
		var ownWords = beginning(own);
		var allWords = beginning(whole);
		return this.books.entrySet()
			.stream()
			.max(Comparator.<Map.Entry<Language, Phrasebook>>comparingInt((book) -> common(book.getValue(), ownWords))
				.thenComparingInt((book) -> common(book.getValue(), allWords))
				.thenComparing(Map.Entry.<Language, Phrasebook>comparingByKey().reversed()))
			.map(Map.Entry::getKey)
			.orElse(Language.DA);
	}

	/** Whether the words are clearly more of the one language than of the other. */
	boolean tells(Language one, Language other, List<Statement> statements) {
		var more = statements.stream()
			.limit(SENTENCES)
			.mapToInt((statement) -> common(book(one), statement.words()) - common(book(other), statement.words()))
			.sum();
		return more >= CLEARLY;
	}

	/** The other languages that whole sentences of a mail are written in. */
	Set<Language> besides(Language likeliest, List<Statement> statements) {
		var found = EnumSet.noneOf(Language.class);
		statements.stream().limit(SENTENCES).forEach((statement) -> {
			var here = common(book(likeliest), statement.words());
			this.books.forEach((language, book) -> {
				if (common(book, statement.words()) >= here + CLEARLY) {
					found.add(language);
				}
			});
		});
		return found;
	}

	private Phrasebook book(Language language) {
		return Objects.requireNonNull(this.books.get(language));
	}

	private static Words beginning(String text) {
		return Words.of(text.substring(0, Math.min(ENOUGH, text.length())));
	}

	private int common(Phrasebook book, Words words) {
		var count = 0;
		for (var i = 0; i < words.size(); i++) {
			if (book.isCommon(words.at(i))) {
				count += isOnlyIn(book, words.at(i)) ? OWN_WORD : 1;
			}
		}
		return count;
	}

	private boolean isOnlyIn(Phrasebook book, String word) {
		for (var other : this.books.values()) {
			if (other != book && other.isCommon(word)) {
				return false;
			}
		}
		return true;
	}

}
