package io.countersign.cases;

import java.time.Instant;
import java.util.Optional;

import io.countersign.documents.VersionedFile;
import io.countersign.identity.PersonId;

/**
 * Why a file is a version of another, or of none.
 *
 * @param previous the file it is a version of; nothing where it stands alone
 * @param reason in a plain sentence; empty where a person has said so
 * @param by who has said so; nobody where it was worked out
 */
public record VersionLink(Optional<VersionedFile.Key> previous, String reason, Optional<PersonId> by,
		Optional<Instant> at) {
}
