package io.countersign.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A word or a phrase of a search, to be marked in a text. In another form it is marked as
 * far as the two are alike.
 *
 * @param words in small letters
 * @param root how many letters have to be the same
 */
record Sought(String words, int root) {

	private static final int MOST = 10;

	private static final int LONGEST = 1_000;

	private static final int SHORTEST = 2;

	private static final int SHORTEST_ROOT = 5;

	/** Of the words of both languages that are searched in. */
	private static final List<String> ENDINGS = List.of("ernes", "erne", "enes", "elser", "elsen", "else", "ing", "ens",
			"ets", "ene", "ed", "es", "en", "er", "et", "ly", "e", "r", "s", "t");

	/** What must not be in a text, and what only joins, is nothing to be marked. */
	static List<Sought> in(String search) {
		var pieces = search.substring(0, Math.min(LONGEST, search.length())).split("\"", -1);
		var sought = new ArrayList<Sought>();
		for (var at = 0; at < pieces.length; at++) {
			if (at % 2 == 0 || at == pieces.length - 1) {
				words(pieces[at]).forEach(sought::add);
			}
			else if (!pieces[at - 1].endsWith("-")) {
				phrase(pieces[at]).forEach(sought::add);
			}
		}
		return sought.stream().filter((one) -> one.words().length() >= SHORTEST).limit(MOST).toList();
	}

	private static Stream<Sought> words(String piece) {
		return Stream.of(piece.strip().split("\\s+"))
			.filter((word) -> !word.startsWith("-") && !word.equalsIgnoreCase("or"))
			.map((word) -> word.toLowerCase(Locale.ROOT))
			.map((word) -> new Sought(word, root(word)));
	}

	/** It stands as it was typed. */
	private static Stream<Sought> phrase(String piece) {
		var words = String.join(" ", piece.strip().toLowerCase(Locale.ROOT).split("\\s+"));
		return Stream.of(new Sought(words, words.length()));
	}

	private static int root(String word) {
		return ENDINGS.stream()
			.filter((ending) -> word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_ROOT)
			.findFirst()
			.map((ending) -> word.length() - ending.length())
			.orElse(word.length());
	}

	/**
	 * @param text in small letters, with plain blanks only
	 */
	Stream<Marked.Place> places(String text) {
		var begins = this.words.substring(0, this.root);
		return Stream.iterate(text.indexOf(begins), (at) -> at >= 0, (at) -> text.indexOf(begins, at + this.root))
			.map((at) -> new Marked.Place(at, end(text, at), Marked.Kind.FOUND));
	}

	private int end(String text, int from) {
		var length = this.root;
		while (length < this.words.length() && from + length < text.length()
				&& text.charAt(from + length) == this.words.charAt(length)) {
			length++;
		}
		return from + length;
	}

}
