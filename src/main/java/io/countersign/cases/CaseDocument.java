package io.countersign.cases;

import io.countersign.documents.DocumentId;
import io.countersign.intake.MessageId;

/**
 * A file of a case.
 *
 * @param size in bytes
 * @param version from 1; files of one name follow each other
 */
public record CaseDocument(DocumentId sha256, String name, String mediaType, long size, MessageId message,
		int version) {
}
