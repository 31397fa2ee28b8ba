package io.countersign.web;

import java.util.Optional;

/** A text in which words are found however its lines are broken. */
final class Searched {

	private final StringBuilder condensed = new StringBuilder();

	private final int[] positions;

	Searched(String text) {
		this.positions = new int[text.length()];
		for (int at = 0; at < text.length(); at++) {
			var blank = Character.isWhitespace(text.charAt(at));
			if (!blank || (!this.condensed.isEmpty() && this.condensed.charAt(this.condensed.length() - 1) != ' ')) {
				this.positions[this.condensed.length()] = at;
				this.condensed.append(blank ? ' ' : text.charAt(at));
			}
		}
	}

	Optional<Marked.Place> find(Marked.Words words) {
		var quote = words.quote().strip().replaceAll("\\s+", " ");
		var found = quote.isEmpty() ? -1 : this.condensed.indexOf(quote);
		if (found < 0) {
			return Optional.empty();
		}
		var behind = this.positions[found + quote.length() - 1] + 1;
		return Optional.of(new Marked.Place(this.positions[found], behind, words.kind()));
	}

}
