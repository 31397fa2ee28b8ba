package io.countersign.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A page of a text with the words of a search marked.
 *
 * @param count how often they stand in the whole text
 * @param next where the next page begins; 0 when this is the last
 */
record FoundWords(List<Marked.Piece> pieces, int count, int next) {

	static final int PAGE = 50_000;

	/** The page at which the first place is. */
	static final int FIRST_PLACE = -1;

	private static final int BEFORE_PLACE = 500;

	private static final int MOST_PLACES = 10_000;

	/**
	 * @param from where the page begins
	 * @param search words to be marked; empty for none
	 */
	static FoundWords of(String text, int from, String search) {
		var places = places(text, search);
		var start = Math.clamp((from < 0) ? first(places) : from, 0, text.length());
		var end = Math.min(text.length(), start + PAGE);
		var pieces = new ArrayList<Marked.Piece>();
		var written = start;
		for (var place : places) {
			if (place.start() >= written && place.end() <= end) {
				add(pieces, text.substring(written, place.start()), Marked.Kind.PLAIN);
				add(pieces, text.substring(place.start(), place.end()), Marked.Kind.FOUND);
				written = place.end();
			}
		}
		add(pieces, text.substring(written, end), Marked.Kind.PLAIN);
		return new FoundWords(List.copyOf(pieces), places.size(), (end < text.length()) ? end : 0);
	}

	private static int first(List<Marked.Place> places) {
		return (places.isEmpty() || places.getFirst().start() < PAGE) ? 0 : places.getFirst().start() - BEFORE_PLACE;
	}

	/** In their order; of two at one place the longer. */
	private static List<Marked.Place> places(String text, String search) {
		var lower = lower(text);
		var found = Sought.in(search)
			.stream()
			.flatMap((one) -> one.places(lower).limit(MOST_PLACES))
			.sorted(Comparator.comparingInt(Marked.Place::start)
				.thenComparing(Marked.Place::end, Comparator.reverseOrder()))
			.toList();
		var places = new ArrayList<Marked.Place>();
		var end = 0;
		for (var place : found) {
			if (place.start() >= end) {
				places.add(place);
				end = place.end();
			}
		}
		return places;
	}

	/** Letter by letter, so that every place stays where it is. */
	private static String lower(String text) {
		var letters = new StringBuilder(text.length());
		text.chars()
			.forEach((letter) -> letters
				.append(Character.isWhitespace(letter) ? ' ' : (char) Character.toLowerCase(letter)));
		return letters.toString();
	}

	private static void add(List<Marked.Piece> pieces, String text, Marked.Kind kind) {
		if (!text.isEmpty()) {
			pieces.add(new Marked.Piece(text, kind));
		}
	}

}
