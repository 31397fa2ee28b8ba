package io.countersign.documents;

/**
 * A stored file.
 *
 * @param size in bytes
 */
public record Document(DocumentId id, long size) {
}
