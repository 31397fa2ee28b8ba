package io.countersign.reading;

/**
 * What a conclusion rests on.
 *
 * @param span where it stands in the original
 * @param quote the words as written
 * @param rule the language and the place of the phrase in its file, as {@code da/yes/12}
 */
public record Clue(Span span, String quote, String rule) {
}
