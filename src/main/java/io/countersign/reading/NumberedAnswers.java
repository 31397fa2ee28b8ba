package io.countersign.reading;

import java.util.ArrayList;
import java.util.List;

/** Finds the parts of an answer that each answer a numbered point: "1 yes, 2 no". */
final class NumberedAnswers {

	private static final int MOST = 40;

	private final List<Phrasebook> books;

	private final String text;

	private final Words words;

	NumberedAnswers(List<Phrasebook> books, String text) {
		this.books = books;
		this.text = text;
		this.words = Words.of(text);
	}

	/** The parts in their order; none where the text is not numbered. */
	List<Part> parts() {
		var leading = leading(2);
		return (leading.size() > 1) ? leading : trailing();
	}

	/** The same where also one number alone is an answer: "2 no". */
	List<Part> list() {
		var several = parts();
		return several.isEmpty() ? leading(1) : several;
	}

	/** "1 yes, 2 no", "Items 1 and 3 ok, 2 to be discussed". */
	private List<Part> leading(int fewest) {
		var parts = new ArrayList<Part>();
		var numbers = new ArrayList<String>();
		var start = 0;
		var from = 0;
		for (var at = 0; at < this.words.size(); at++) {
			if (isNumber(at) && (opens(at) || goesOn(at, numbers, from))) {
				if (!numbers.isEmpty() && from < opening(at) && !goesOn(at, numbers, from)) {
					add(parts, numbers, start, from, opening(at));
					numbers.clear();
				}
				start = numbers.isEmpty() ? opening(at) : start;
				numbers.add(number(at));
				from = at + 1;
			}
		}
		if (!numbers.isEmpty()) {
			add(parts, numbers, start, from, this.words.size());
		}
		return areDistinct(parts, fewest) ? parts : List.of();
	}

	/** "1, 2 and 3" */
	private boolean goesOn(int at, List<String> numbers, int from) {
		return !numbers.isEmpty() && (from == at || (from == at - 1 && isJoining(this.words.at(at - 1))));
	}

	/** "Yes to item 1. No to item 2." */
	private List<Part> trailing() {
		var parts = new ArrayList<Part>();
		var from = 0;
		for (var at = 1; at < this.words.size(); at++) {
			var ends = at + 1 == this.words.size() || this.words.isBehindCut(at + 1);
			if (isNumber(at) && ends && isItem(this.words.at(at - 1)) && at - 2 > from) {
				add(parts, List.of(number(at)), from, from, at - 2, at + 1);
				from = at + 1;
			}
		}
		return (from == this.words.size() && areDistinct(parts, 2)) ? parts : List.of();
	}

	private void add(List<Part> parts, List<String> numbers, int start, int from, int to) {
		if (from < to) {
			add(parts, numbers, start, from, to, to);
		}
	}

	private void add(List<Part> parts, List<String> numbers, int start, int from, int to, int end) {
		var answer = this.text.substring(this.words.startOf(from), stop(to));
		var whole = this.text.substring(this.words.startOf(start), stop(end)).strip().replaceAll("[.,;]+$", "");
		numbers.forEach((number) -> parts.add(new Part(number, answer, whole, this.words.startOf(start))));
	}

	private int stop(int word) {
		return (word < this.words.size()) ? this.words.startOf(word) : this.text.length();
	}

	/** With "item" in front of the number, or at the beginning of a clause. */
	private boolean opens(int at) {
		return opening(at) == 0 || this.words.isBehindCut(opening(at)) || isItemBefore(at) || isMarked(at);
	}

	private int opening(int at) {
		return isItemBefore(at) ? at - 1 : at;
	}

	/** Directly behind another number the word is the answer to it: "2. No 3. Yes". */
	private boolean isItemBefore(int at) {
		return at > 0 && isItem(this.words.at(at - 1)) && (at < 2 || !isNumber(at - 2));
	}

	/** "1: ok 2: no" */
	private boolean isMarked(int at) {
		var end = this.words.endOf(at);
		return end < this.text.length() && ":)".indexOf(this.text.charAt(end)) >= 0;
	}

	private boolean isJoining(String word) {
		return this.books.stream().anyMatch((book) -> book.kinds().isJoining(word));
	}

	private boolean isItem(String word) {
		return this.books.stream().anyMatch((book) -> book.kinds().isItem(word));
	}

	private boolean isNumber(int at) {
		var word = this.words.at(at);
		if (word.length() == 1 && Character.isLetter(word.charAt(0))) {
			return word.charAt(0) <= 'f' && Character.isUpperCase(this.text.charAt(this.words.startOf(at)));
		}
		return word.length() <= 2 && word.chars().allMatch(Character::isDigit) && Integer.parseInt(word) <= MOST;
	}

	private String number(int at) {
		return this.text.substring(this.words.startOf(at), this.words.endOf(at));
	}

	/** Each point is answered once. */
	private static boolean areDistinct(List<Part> parts, int fewest) {
		return parts.size() >= fewest && parts.stream().map(Part::number).distinct().count() == parts.size();
	}

	/**
	 * One of them.
	 *
	 * @param answer what is said of the point
	 * @param whole the same with the number
	 * @param start where it begins
	 */
	record Part(String number, String answer, String whole, int start) {
	}

}
