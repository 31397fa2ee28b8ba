package io.countersign.reading;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What an answer may be an answer to. */
final class Asked {

	static final Asked NOTHING = new Asked(Set.of(), false, "", false);

	private final Set<String> stems;

	private final boolean isNothing;

	private final boolean isKnown;

	private final String text;

	/** Most answers are understood without it. */
	private @Nullable Request request;

	private Asked(Set<String> stems, boolean isNothing, String text, boolean isKnown) {
		this.stems = Collections.unmodifiableSet(stems);
		this.isNothing = isNothing;
		this.text = text;
		this.isKnown = isKnown;
	}

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

	/** The stems of its longer words. */
	Set<String> stems() {
		return this.stems;
	}

	/** Whether it only told something. */
	boolean isNothing() {
		return this.isNothing;
	}

	/** Whether it answers anything, by its subject or by what is below it. */
	boolean isKnown() {
		return this.isKnown;
	}

	/** Its words, as far as they are known, and what stands below the answer. */
	Request request() {
		var known = (this.request != null) ? this.request : Request.of(this.text);
		this.request = known;
		return known;
	}

	private static boolean informs(String asked, List<Phrasebook> books) {
		var words = Words.of(asked.substring(0, Math.min(400, asked.length())));
		return !asked.contains("?") && books.stream().anyMatch((book) -> book.start("informing", words).isPresent());
	}

}
