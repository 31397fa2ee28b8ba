package io.countersign.documents;

/**
 * A stored file as somebody calls it.
 *
 * @param declaredType what its sender says it is; may be empty
 */
public record Named(DocumentId id, String name, String declaredType) {
}
