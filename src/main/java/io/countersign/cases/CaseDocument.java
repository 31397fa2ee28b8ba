package io.countersign.cases;

import java.util.Optional;

import io.countersign.documents.DocumentId;
import io.countersign.documents.VersionedFile;
import io.countersign.intake.MessageId;

/**
 * A file of a case.
 *
 * @param size in bytes
 * @param chain the same for all versions of one document
 * @param version from 1; the versions of a document follow each other as they came
 * @param link why it is a version of another, or by whose word it is of none
 */
public record CaseDocument(DocumentId sha256, String name, String mediaType, long size, MessageId message, int chain,
		int version, Optional<VersionLink> link) {

	public VersionedFile.Key key() {
		return new VersionedFile.Key(this.sha256, this.name);
	}

}
