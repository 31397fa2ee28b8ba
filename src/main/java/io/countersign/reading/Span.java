package io.countersign.reading;

/**
 * A stretch of the original: of the HTML source where the mail has one, else of the plain
 * text.
 *
 * @param start the first character
 * @param end the character after the last
 */
public record Span(int start, int end) {

	public Span {
		if (start < 0 || end < start) {
			throw new IllegalArgumentException("A span runs forward: %d to %d".formatted(start, end));
		}
	}

}
