package io.countersign.documents;

/** What can be known of a file by reading it is known now. */
public record DocumentRead(DocumentId document) {
}
