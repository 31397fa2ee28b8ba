package io.countersign.documents;

import java.util.ArrayList;
import java.util.List;

import io.countersign.documents.VersionName.Piece;

/** Reads the name of a file from left to right. */
final class NameParts {

	private static final NameWords KNOWN = NameWords.KNOWN;

	private static final int LONGEST_INITIALS = 4;

	private final List<Piece> pieces;

	private final List<String> words = new ArrayList<>();

	private final List<String> small = new ArrayList<>();

	private final List<Integer> numbers = new ArrayList<>();

	private final List<Integer> periods = new ArrayList<>();

	private final List<Integer> dates = new ArrayList<>();

	private boolean marked;

	NameParts(List<Piece> pieces) {
		this.pieces = pieces;
	}

	VersionName named() {
		var at = 0;
		while (at < this.pieces.size()) {
			var dated = date(at);
			at += (dated > 0) ? dated : one(at);
		}
		leaveOutInitials();
		leaveOutVersion();
		return new VersionName(List.copyOf(this.words.isEmpty() ? this.small : this.words), this.marked,
				List.copyOf(this.numbers), List.copyOf(this.periods), List.copyOf(this.dates));
	}

	private int date(int at) {
		var date = NameDate.at(this.pieces, at);
		date.ifPresent((found) -> {
			(found.isWhole() ? this.dates : this.periods).add(found.value());
			this.marked |= found.isWhole();
		});
		return date
			.map((found) -> found.pieces() + (found.isWhole() ? NameTime.at(this.pieces, at + found.pieces()) : 0))
			.orElse(0);
	}

	private int one(int at) {
		var piece = this.pieces.get(at);
		var time = NameTime.spoken(this.pieces, at);
		if (time > 0) {
			this.marked = true;
			return time;
		}
		if (piece.isNumber()) {
			return number(at, piece);
		}
		if (KNOWN.isMark(piece.text())) {
			this.marked = true;
			return 1 + doers(at);
		}
		if (KNOWN.isSmall(piece.text()) || isShort(at)) {
			this.small.add(piece.text());
		}
		else if (!isLetterOfVersion(at) && !isCommenter(at)) {
			this.words.add(unmarked(piece.text()));
		}
		return 1;
	}

	/** In brackets it counts copies, behind a mark it counts versions. */
	private int number(int at, Piece piece) {
		var follows = at > 0 && KNOWN.isMark(this.pieces.get(at - 1).text());
		if (!piece.bracketed() && !follows) {
			this.numbers.add(piece.number());
			return 1;
		}
		this.marked = true;
		return (follows && isBehindDot(at + 1)) ? 2 : 1;
	}

	/** How many words name who has corrected or signed it, as in "rettet af BO og CJ". */
	private int doers(int at) {
		if (!KNOWN.isDone(this.pieces.get(at).text()) || !isWord(at + 1) || !KNOWN.isBy(text(at + 1))) {
			return 0;
		}
		var end = at + 2;
		while (isWord(end) && !KNOWN.isMark(text(end)) && (!KNOWN.isSmall(text(end)) || KNOWN.isAnd(text(end)))) {
			end++;
		}
		return end - at - 1;
	}

	private boolean isShort(int at) {
		return KNOWN.isShort(text(at)) && isWord(at + 1) && KNOWN.isMark(text(at + 1));
	}

	/** As in "rev B". */
	private boolean isLetterOfVersion(int at) {
		return at > 0 && text(at).length() == 1 && KNOWN.isVersion(text(at - 1));
	}

	/** Who has commented, as in "BO bem". */
	private boolean isCommenter(int at) {
		return isInitials(at) && isWord(at + 1) && KNOWN.isComment(text(at + 1));
	}

	/** A draft of an answer is called an answer. */
	private String unmarked(String word) {
		var rest = KNOWN.beforeEnding(word);
		this.marked |= rest.length() < word.length();
		return rest;
	}

	/** Whoever has changed a document puts his initials behind its version. */
	private void leaveOutInitials() {
		var last = this.pieces.size() - 1;
		if (last >= 0 && this.marked && isInitials(last) && this.words.size() > 1
				&& this.words.getLast().equals(text(last))) {
			this.words.removeLast();
		}
	}

	/** As the 1.2 at the end; of what comes again and again it says which one. */
	private void leaveOutVersion() {
		var last = this.pieces.size() - 1;
		if (isBehindDot(last) && this.numbers.size() > 1 && this.numbers.getLast() == this.pieces.get(last).number()
				&& this.words.stream().noneMatch(KNOWN::isSeries)) {
			this.numbers.removeLast();
			this.numbers.removeLast();
			this.marked = true;
		}
	}

	private boolean isBehindDot(int at) {
		return at > 0 && at < this.pieces.size() && this.pieces.get(at).isNumber() && this.pieces.get(at - 1).isNumber()
				&& this.pieces.get(at).behind() == '.';
	}

	private boolean isInitials(int at) {
		return this.pieces.get(at).capitals() && text(at).length() <= LONGEST_INITIALS;
	}

	private boolean isWord(int at) {
		return at < this.pieces.size() && !this.pieces.get(at).isNumber();
	}

	private String text(int at) {
		return this.pieces.get(at).text();
	}

}
