package io.countersign.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What an answer may be an answer to.
 *
 * @param stems the stems of its longer words
 * @param isNothing whether it only told something
 */
record Asked(Set<String> stems, boolean isNothing) {

	static Asked of(Mail mail, String older, List<Phrasebook> books) {
		var stems = new HashSet<String>(Words.stemsOf(mail.subject()));
		mail.asked().ifPresent((asked) -> stems.addAll(Words.stemsOf(asked)));
		stems.addAll(Words.stemsOf(older));
		return new Asked(stems, mail.asked().filter((asked) -> informs(asked, books)).isPresent());
	}

	private static boolean informs(String asked, List<Phrasebook> books) {
		var words = Words.of(asked.substring(0, Math.min(400, asked.length())));
		return !asked.contains("?") && books.stream().anyMatch((book) -> book.start("informing", words).isPresent());
	}

}
