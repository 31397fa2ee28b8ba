package io.countersign.documents;

/**
 * A stored file as somebody calls it, and what brought it.
 *
 * @param by files of one mail lie beside each other
 */
public record Brought(Named file, String by) {
}
