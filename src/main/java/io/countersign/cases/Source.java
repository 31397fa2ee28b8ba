package io.countersign.cases;

import java.util.Optional;

import io.countersign.documents.DocumentId;

/**
 * What a verdict comes from, beside its own words.
 *
 * @param raw the message as it came; empty where there was none
 */
record Source(Optional<DocumentId> raw, Basis basis) {

}
