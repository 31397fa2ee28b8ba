package io.countersign.overview;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.github.therapi.runtimejavadoc.RetainJavadoc;

/**
 * A place where what was looked for stands.
 *
 * @param reference the message, the SHA-256 of the file, or the case
 * @param text where the words stand: the same, or the SHA-256 of a file within it
 * @param title the subject, the name of the file, or the title of the case
 * @param inner the name of the file within it in which the words stand
 * @param people who wrote it and to whom, as searched; empty but for mail
 * @param at when it came, or the case was opened
 */
@RetainJavadoc
public record Hit(Kind kind, String caseId, String number, String caseTitle, String language, String reference,
		String text, String title, Optional<String> inner, String people, Instant at, List<Piece> passage) {

	public Hit {
		passage = List.copyOf(passage);
	}

	/** What the words stand in. */
	public enum Kind {

		CASE, MESSAGE, DOCUMENT

	}

	/**
	 * A piece of the passage.
	 *
	 * @param text the words as they stand there
	 * @param found whether it is what was looked for
	 */
	public record Piece(String text, boolean found) {
	}

}
