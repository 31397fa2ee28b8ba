package io.countersign.reading;

import java.util.List;
import java.util.Optional;

/**
 * What a mail answers to a numbered list.
 *
 * @param points the numbers it names, each once, with what it says of each
 * @param doubt why none of it can be taken, in a sentence
 */
public record ListReading(List<Point> points, Optional<String> doubt) {

	public ListReading {
		points = List.copyOf(points);
	}

	static ListReading doubtful(String sentence) {
		return new ListReading(List.of(), Optional.of(sentence));
	}

	/**
	 * One number.
	 *
	 * @param words what was written of it, with the number
	 */
	public record Point(int number, String words, VerdictReading verdict) {
	}

}
