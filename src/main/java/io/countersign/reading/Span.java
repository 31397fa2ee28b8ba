package io.countersign.reading;

/**
 * A stretch of the original: of the plain text where the mail has one, else of the HTML
 * source.
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
