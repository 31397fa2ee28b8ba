package io.countersign.cases;

/**
 * The words a verdict rests on.
 *
 * @param start offset in the message's visible text, in characters
 * @param end offset behind the last character
 * @param rule the rule of the reader that found them
 */
public record Quote(int start, int end, String quote, String rule) {
}
