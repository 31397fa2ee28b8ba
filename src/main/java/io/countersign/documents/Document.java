package io.countersign.documents;

/**
 * A stored file. What it is called and where it came from is known by whoever refers to
 * it.
 *
 * @param size in bytes
 */
public record Document(DocumentId id, long size) {
}
