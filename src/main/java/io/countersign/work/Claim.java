package io.countersign.work;

/**
 * A row that is this process's to work on until its lease ends.
 *
 * @param attempts how often the row has been claimed, this time included: the fencing
 * number every later write names
 * @param deaths earlier attempts that never came back, because their process ended
 * @param failures earlier attempts that came back with a failure
 */
public record Claim(String id, int attempts, int deaths, int failures) {
}
