package io.countersign.cases;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import io.countersign.documents.DocumentId;
import io.countersign.documents.VersionedFile;
import io.countersign.intake.MessageId;

/**
 * A file of a case.
 *
 * @param size in bytes
 * @param message the first that has brought it under this name, or points to it
 * @param chain the same for all versions of one document
 * @param version from 1; the versions of a document follow each other as they came
 * @param link why it is a version of another, or by whose word it is of none
 * @param sentIn all messages of the case that have brought exactly these bytes, as they
 * came
 * @param address where it lies in the cloud, for a copy of what a message points to
 */
public record CaseDocument(DocumentId sha256, String name, String mediaType, long size, MessageId message, int chain,
		int version, Optional<VersionLink> link, List<MessageId> sentIn, Optional<URI> address) {

	public CaseDocument {
		sentIn = List.copyOf(sentIn);
	}

	public VersionedFile.Key key() {
		return new VersionedFile.Key(this.sha256, this.name);
	}

	/** Whether no message has brought it: then it is no part of what is decided. */
	public boolean isCopy() {
		return this.address.isPresent();
	}

}
