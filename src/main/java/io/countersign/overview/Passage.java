package io.countersign.overview;

import java.util.ArrayList;
import java.util.List;

/** A stretch of text in which PostgreSQL has put marks around what it found. */
final class Passage {

	/** Characters for private use, which no text means anything by. */
	static final char BEGIN = '\uE000';

	static final char END = '\uE001';

	private Passage() {
	}

	static List<Hit.Piece> of(String marked) {
		var pieces = new ArrayList<Hit.Piece>();
		var from = 0;
		var found = false;
		for (var at = 0; at < marked.length(); at++) {
			if (marked.charAt(at) == BEGIN || marked.charAt(at) == END) {
				add(pieces, marked.substring(from, at), found);
				found = marked.charAt(at) == BEGIN;
				from = at + 1;
			}
		}
		add(pieces, marked.substring(from), found);
		return pieces;
	}

	private static void add(List<Hit.Piece> pieces, String text, boolean found) {
		if (!text.isEmpty()) {
			pieces.add(new Hit.Piece(text, found));
		}
	}

}
