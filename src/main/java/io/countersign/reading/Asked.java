package io.countersign.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an answer may be an answer to.
 *
 * @param stems the stems of its longer words
 * @param isNothing whether it only told something
 * @param text what was asked, as far as it is known, and what stands below the answer
 * @param isKnown whether it answers anything, by its subject or by what is below it
 */
record Asked(Set<String> stems, boolean isNothing, String text, boolean isKnown) {

	static final Asked NOTHING = new Asked(Set.of(), false, "", false);

	/** A question without anything around it. */
	static Asked of(String question) {
		return new Asked(Words.stemsOf(question), false, question, true);
	}

	static Asked of(Mail mail, String older, List<Phrasebook> books) {
		var stems = new HashSet<String>(Words.stemsOf(mail.subject()));
		mail.asked().ifPresent((asked) -> stems.addAll(Words.stemsOf(asked)));
		stems.addAll(Words.stemsOf(older));
		return new Asked(stems, mail.asked().filter((asked) -> informs(asked, books)).isPresent(),
				String.join("\n", mail.subject(), mail.asked().orElse(""), older),
				mail.asked().isPresent() || !older.isBlank() || !Subjects.plain(mail.subject()).equals(mail.subject()));
	}

	Request request() {
		return Request.of(this.text);
	}

	private static boolean informs(String asked, List<Phrasebook> books) {
		var words = Words.of(asked.substring(0, Math.min(400, asked.length())));
		return !asked.contains("?") && books.stream().anyMatch((book) -> book.start("informing", words).isPresent());
	}

}
