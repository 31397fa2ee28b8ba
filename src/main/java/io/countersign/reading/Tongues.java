package io.countersign.reading;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

	/** A bit for each language that has the word, which is so looked up once for all. */
	private final Map<String, Integer> common = new HashMap<>();

	Tongues(Map<Language, Phrasebook> books) {
		this.books = books;
		books.forEach((language, book) -> book.list("common")
			.forEach((word) -> this.common.merge(word, 1 << language.ordinal(), (some, other) -> some | other)));
	}

	/**
	 * @param own what the author wrote, which decides: a Dane may answer an English mail,
	 * and two English notices below do not make an answer English
	 * @param whole all that stands around, looked at where the own words leave it open
	 */
	Language likeliest(String own, String whole) {
		var inOwn = common(beginning(own));
		var best = highest(inOwn);
		var tied = this.books.keySet().stream().filter((one) -> inOwn[one.ordinal()] == best).toList();
		if (tied.size() == 1) {
			return tied.getFirst();
		}
		var inAll = common(beginning(whole));
		return tied.stream()
			.max(Comparator.<Language>comparingInt((one) -> inAll[one.ordinal()])
				.thenComparing(Comparator.reverseOrder()))
			.orElse(Language.DA);
	}

	/** Whether the words are clearly more of the one language than of the other. */
	boolean tells(Language one, Language other, List<Statement> statements) {
		var more = statements.stream().limit(SENTENCES).mapToInt((statement) -> {
			var common = common(statement.words());
			return common[one.ordinal()] - common[other.ordinal()];
		}).sum();
		return more >= CLEARLY;
	}

	/** The other languages that whole sentences of a mail are written in. */
	Set<Language> besides(Language likeliest, List<Statement> statements) {
		var found = EnumSet.noneOf(Language.class);
		statements.stream().limit(SENTENCES).forEach((statement) -> {
			var common = common(statement.words());
			for (var language : this.books.keySet()) {
				if (common[language.ordinal()] >= common[likeliest.ordinal()] + CLEARLY) {
					found.add(language);
				}
			}
		});
		return found;
	}

	private static Words beginning(String text) {
		return Words.of(text.substring(0, Math.min(ENOUGH, text.length())));
	}

	private int highest(int[] counts) {
		return this.books.keySet().stream().mapToInt((language) -> counts[language.ordinal()]).max().orElse(0);
	}

	/** How much each language has of these words, by its place among the languages. */
	private int[] common(Words words) {
		var counts = new int[Language.values().length];
		for (var at = 0; at < words.size(); at++) {
			count(words.at(at), counts);
		}
		return counts;
	}

	private void count(String word, int[] counts) {
		var languages = this.common.getOrDefault(word, 0);
		var counted = (Integer.bitCount(languages) == 1) ? OWN_WORD : 1;
		for (var left = languages; left != 0; left &= left - 1) {
			counts[Integer.numberOfTrailingZeros(left)] += counted;
		}
	}

}
