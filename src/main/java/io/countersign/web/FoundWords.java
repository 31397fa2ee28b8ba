package io.countersign.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A page of a text with the words of a search marked. */
record FoundWords(List<Marked.Piece> pieces, int count, int next) {

	static final int PAGE = 50_000;

	private static final int MOST_WORDS = 10;

	private static final int SHORTEST = 2;

	/**
	 * @param from where the page begins
	 * @param search words to be marked; empty for none
	 */
	static FoundWords of(String text, int from, String search) {
		var start = Math.clamp(from, 0, text.length());
		var end = Math.min(text.length(), start + PAGE);
		var page = text.substring(start, end);
		var places = places(page, search);
		var pieces = new ArrayList<Marked.Piece>();
		var written = 0;
		for (var place : places) {
			if (place.start() >= written) {
				add(pieces, page.substring(written, place.start()), Marked.Kind.PLAIN);
				add(pieces, page.substring(place.start(), place.end()), Marked.Kind.FOUND);
				written = place.end();
			}
		}
		add(pieces, page.substring(written), Marked.Kind.PLAIN);
		return new FoundWords(List.copyOf(pieces), places.size(), (end < text.length()) ? end : 0);
	}

	private static List<Marked.Place> places(String page, String search) {
		var lower = lower(page);
		return Stream.of(search.strip().split("\\s+", MOST_WORDS + 1))
			.limit(MOST_WORDS)
			.map(FoundWords::lower)
			.filter((word) -> word.length() >= SHORTEST)
			.flatMap((word) -> places(lower, word, word.length()))
			.sorted(Comparator.comparingInt(Marked.Place::start)
				.thenComparing(Marked.Place::end, Comparator.reverseOrder()))
			.toList();
	}

	private static Stream<Marked.Place> places(String page, String word, int length) {
		return Stream.iterate(page.indexOf(word), (at) -> at >= 0, (at) -> page.indexOf(word, at + length))
			.map((at) -> new Marked.Place(at, at + length, Marked.Kind.FOUND));
	}

	/** Letter by letter, so that every place stays where it is. */
	private static String lower(String text) {
		var lower = text.toLowerCase(Locale.ROOT);
		if (lower.length() == text.length()) {
			return lower;
		}
		var letters = new StringBuilder(text.length());
		text.chars().forEach((letter) -> letters.append((char) Character.toLowerCase(letter)));
		return letters.toString();
	}

	private static void add(List<Marked.Piece> pieces, String text, Marked.Kind kind) {
		if (!text.isEmpty()) {
			pieces.add(new Marked.Piece(text, kind));
		}
	}

}
