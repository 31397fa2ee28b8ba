package io.countersign.reading;

/**
 * Somebody a mail names in its head.
 *
 * @param name the display name, empty where there is none
 * @param address as written
 */
public record Correspondent(String name, String address) {
}
