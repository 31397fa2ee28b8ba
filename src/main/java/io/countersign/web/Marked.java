package io.countersign.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Text in which the words that a conclusion rests on are marked.
 *
 * @param cut whether there is more of it than is shown
 */
record Marked(List<Piece> pieces, boolean cut) {

	private static final int MOST = 6000;

	/** What the words were read as. */
	enum Kind {

		PLAIN, FOUND, READ

	}

	record Piece(String text, Kind kind) {
	}

	/** Words that were found in the text. */
	record Words(String quote, Kind kind) {
	}

	/**
	 * The words stand where they are first found; words that overlap others are left
	 * plain.
	 */
	static Marked of(String text, List<Words> marks) {
		var shown = text.substring(0, Math.min(MOST, text.length()));
		var places = new ArrayList<Place>();
		var searched = new Searched(shown);
		for (var words : marks) {
			searched.find(words).filter((place) -> places.stream().noneMatch(place::overlaps)).ifPresent(places::add);
		}
		places.sort(Comparator.comparingInt(Place::start));
		return new Marked(cut(shown, places), shown.length() < text.length());
	}

	private static List<Piece> cut(String text, List<Place> places) {
		var pieces = new ArrayList<Piece>();
		var from = 0;
		for (var place : places) {
			add(pieces, text.substring(from, place.start()), Kind.PLAIN);
			add(pieces, text.substring(place.start(), place.end()), place.kind());
			from = place.end();
		}
		add(pieces, text.substring(from), Kind.PLAIN);
		return List.copyOf(pieces);
	}

	private static void add(List<Piece> pieces, String text, Kind kind) {
		if (!text.isEmpty()) {
			pieces.add(new Piece(text, kind));
		}
	}

	/** Where words stand in the text. */
	record Place(int start, int end, Kind kind) {

		boolean overlaps(Place other) {
			return this.start < other.end && other.start < this.end;
		}

	}

}
