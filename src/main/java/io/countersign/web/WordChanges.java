package io.countersign.web;

import java.util.ArrayList;
import java.util.List;

import com.github.difflib.DiffUtils;

/** Which words of a line are not in the line it has replaced. */
final class WordChanges {

	private static final int MOST_WORDS = 300;

	private static final int MOST_LINES = 400;

	private final boolean replaced;

	private int lines;

	/**
	 * @param replaced whether the lines stand in each other's place
	 */
	WordChanges(boolean replaced) {
		this.replaced = replaced;
	}

	List<TextChanges.Piece> in(String line, String other) {
		var here = words(line);
		var there = words(other);
		this.lines++;
		if (!this.replaced || other.isEmpty() || this.lines > MOST_LINES || here.size() > MOST_WORDS
				|| there.size() > MOST_WORDS) {
			return List.of(new TextChanges.Piece(line, false));
		}
		var pieces = new ArrayList<TextChanges.Piece>();
		var shown = 0;
		var changed = 0;
		for (var delta : DiffUtils.diff(here, there).getDeltas()) {
			var from = delta.getSource().getPosition();
			var to = from + delta.getSource().size();
			add(pieces, here.subList(shown, from), false);
			add(pieces, here.subList(from, to), true);
			changed += to - from;
			shown = to;
		}
		add(pieces, here.subList(shown, here.size()), false);
		return (2 * changed > here.size()) ? List.of(new TextChanges.Piece(line, false)) : List.copyOf(pieces);
	}

	/** Each with the space behind it. */
	private static List<String> words(String line) {
		var words = new ArrayList<String>();
		var from = 0;
		for (var at = 1; at < line.length() && words.size() <= MOST_WORDS; at++) {
			if (line.charAt(at - 1) == ' ' && line.charAt(at) != ' ') {
				words.add(line.substring(from, at));
				from = at;
			}
		}
		words.add(line.substring(from));
		return words;
	}

	private static void add(List<TextChanges.Piece> pieces, List<String> words, boolean changed) {
		if (!words.isEmpty()) {
			pieces.add(new TextChanges.Piece(String.join("", words), changed));
		}
	}

}
