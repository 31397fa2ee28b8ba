package io.countersign.documents;

import java.util.List;

import io.countersign.documents.VersionName.Piece;

/** The time of a day in the name of a file. */
final class NameTime {

	private NameTime() {
	}

	/**
	 * Behind a day, as T0915, 09.15, 091500 or kl. 9.
	 * @return how many pieces of the name it takes; 0 for none
	 */
	static int at(List<Piece> pieces, int at) {
		var pair = pair(pieces, at);
		return (pair > 0) ? pair : spoken(pieces, at, 1);
	}

	/**
	 * Behind a word that says so, as kl. 14 or kl. 16.30; KL 2 is the second of KL.
	 * @return how many pieces of the name it takes; 0 for none
	 */
	static int spoken(List<Piece> pieces, int at) {
		return spoken(pieces, at, 2);
	}

	private static int spoken(List<Piece> pieces, int at, int leastDigits) {
		if (at >= pieces.size() || pieces.get(at).capitals() || !NameWords.KNOWN.isClock(pieces.get(at).text())) {
			return 0;
		}
		var pair = pair(pieces, at + 1);
		var digits = digits(pieces, at + 1);
		return (pair > 0) ? 1 + pair : ((digits >= leastDigits && digits <= 6) ? 2 : 0);
	}

	private static int pair(List<Piece> pieces, int at) {
		if (digits(pieces, at) == 0 || digits(pieces, at) > 2 || digits(pieces, at + 1) != 2
				|| pieces.get(at).number() > 23 || pieces.get(at + 1).number() > 59) {
			return 0;
		}
		return (digits(pieces, at + 2) == 2 && pieces.get(at + 2).number() <= 59) ? 3 : 2;
	}

	private static int digits(List<Piece> pieces, int at) {
		return (at < pieces.size() && pieces.get(at).isNumber() && !pieces.get(at).bracketed())
				? pieces.get(at).text().length() : 0;
	}

}
