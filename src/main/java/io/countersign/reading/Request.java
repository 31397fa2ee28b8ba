package io.countersign.reading;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The words an answer was asked in, and the forms they may come back in. */
final class Request {

	/** What is asked stands at the beginning, or a long history hides it. */
	private static final int LONGEST = 2000;

	/** "Forsikringssagen" is asked about in "sagen". */
	private static final int SHORTEST_TAIL = 4;

	private final Set<String> words = new HashSet<>();

	private final Set<String> bases = new HashSet<>();

	private final StringBuilder said = new StringBuilder(" ");

	private Request() {
	}

	static Request of(String text) {
		var request = new Request();
		var asked = text.substring(0, Math.min(LONGEST, text.length()));
		for (var sentence : new Sentences().of(asked)) {
			var words = Words.of(asked, sentence.start(), sentence.end(), Set.of());
			for (var at = 0; at < words.size(); at++) {
				request.add(words.at(at));
			}
		}
		return request;
	}

	private void add(String word) {
		this.words.add(word);
		this.said.append(word).append(' ');
		if (word.length() >= BaseForm.SHORTEST) {
			this.bases.add(BaseForm.of(word));
		}
	}

	/** Exactly so. */
	boolean has(String word) {
		return this.words.contains(word);
	}

	/** In any form, or as the end of a longer word. */
	boolean hasForm(String word) {
		var base = BaseForm.of(word);
		return word.length() >= BaseForm.SHORTEST && (this.bases.contains(base) || (base.length() >= SHORTEST_TAIL
				&& this.bases.stream().anyMatch((one) -> one.length() > base.length() + 2 && one.endsWith(base))));
	}

	/** The word these stand behind, where they stand in it one after the other. */
	Optional<String> before(String words) {
		var at = this.said.indexOf(" " + words + " ");
		return (at < 0) ? Optional.empty()
				: Optional.of(this.said.substring(this.said.lastIndexOf(" ", at - 1) + 1, at));
	}

	/** Whoever says again what he was asked to leave undone may mean either. */
	boolean isToRefrain(Books books) {
		return this.words.stream()
			.anyMatch((word) -> books.any((book) -> book.isDenying(word) || book.isRefraining(word)));
	}

}
