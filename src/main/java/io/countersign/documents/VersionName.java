package io.countersign.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The name of a file taken apart: what it is called, and what only tells one version or
 * one issue of it from another.
 *
 * @param words what it is called
 * @param marked whether anything in it says that it is a version
 * @param numbers that stand in it by themselves: the second of something, or its version
 * @param periods years and months it is about
 * @param dates whole days
 */
record VersionName(List<String> words, boolean marked, List<Integer> numbers, List<Integer> periods,
		List<Integer> dates) {

	private static final NameWords KNOWN = NameWords.KNOWN;

	private static final int LONGEST_EXTENSION = 5;

	private static final int LONGEST = 200;

	/** How two names go together. */
	enum Tie {

		/** The same name apart from marks of versions. */
		SAME,

		/** The same name, which says too little to mean the same file. */
		GENERIC,

		/** The same name of another issue: another number, month or day. */
		ISSUE,

		/** One name says more than the other. */
		LONGER,

		/** They share words, and each has some of its own. */
		PARALLEL,

		NONE

	}

	static VersionName of(String name) {
		return new NameParts(Piece.of(stem(name.substring(0, Math.min(LONGEST, name.length()))))).named();
	}

	/** What stands behind the last dot, in small letters; empty for none. */
	static String extension(String name) {
		var dot = name.lastIndexOf('.');
		var last = name.substring(dot + 1);
		return (dot > 0 && !last.isEmpty() && last.length() <= LONGEST_EXTENSION
				&& last.chars().allMatch(Character::isLetterOrDigit)) ? NameWords.folded(last) : "";
	}

	Tie tie(VersionName other) {
		var shared = this.words.stream().filter(other.words::contains).count();
		if (Set.copyOf(this.words).equals(Set.copyOf(other.words))) {
			if (!isGeneric() && isOtherIssueThan(other)) {
				return Tie.ISSUE;
			}
			return (isGeneric() || isSeries()) ? Tie.GENERIC : Tie.SAME;
		}
		if (shared == 0) {
			return Tie.NONE;
		}
		return (shared == this.words.size() || shared == other.words.size()) ? Tie.LONGER : Tie.PARALLEL;
	}

	/** It says too little to tell this file from others. */
	boolean isGeneric() {
		return this.words.stream().allMatch(KNOWN::isGeneric);
	}

	/** Files called so come again and again. */
	boolean isSeries() {
		return this.words.stream().anyMatch(KNOWN::isSeries);
	}

	/**
	 * A day is the mark of a version, except in the name of what comes again and again.
	 */
	private boolean isOtherIssueThan(VersionName other) {
		return differ(this.numbers, other.numbers) || differ(this.periods, other.periods)
				|| (isSeries() && differ(this.dates, other.dates));
	}

	private static boolean differ(List<Integer> here, List<Integer> there) {
		return !here.isEmpty() && !there.isEmpty() && !here.equals(there);
	}

	private static String stem(String name) {
		var extension = extension(name);
		return extension.isEmpty() ? name : name.substring(0, name.lastIndexOf('.'));
	}

	/**
	 * A run of letters or of digits.
	 *
	 * @param behind the character before it
	 */
	record Piece(String text, boolean isNumber, boolean capitals, boolean bracketed, char behind) {

		int number() {
			return (this.text.length() > 9) ? this.text.hashCode() & Integer.MAX_VALUE : Integer.parseInt(this.text);
		}

		static List<Piece> of(String name) {
			var pieces = new ArrayList<Piece>();
			var from = 0;
			while (from < name.length()) {
				var to = end(name, from);
				if (to > from) {
					pieces.add(piece(name, from, to));
				}
				from = Math.max(to, from + 1);
			}
			return pieces;
		}

		private static int end(String name, int from) {
			var to = from;
			while (to < name.length() && kind(name.charAt(to)) != 0
					&& kind(name.charAt(to)) == kind(name.charAt(from))) {
				to++;
			}
			return to;
		}

		private static int kind(char letter) {
			if (letter >= '0' && letter <= '9') {
				return 1;
			}
			return (Character.isLetterOrDigit(letter) || Character.isSurrogate(letter)) ? 2 : 0;
		}

		private static Piece piece(String name, int from, int to) {
			var written = name.substring(from, to);
			var behind = (from > 0) ? name.charAt(from - 1) : ' ';
			var ahead = (to < name.length()) ? name.charAt(to) : ' ';
			return new Piece(NameWords.folded(written), kind(name.charAt(from)) == 1,
					written.length() > 1 && written.chars().allMatch(Character::isUpperCase),
					behind == '(' && ahead == ')', behind);
		}

	}

}
