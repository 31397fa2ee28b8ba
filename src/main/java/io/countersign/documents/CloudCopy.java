package io.countersign.documents;

import java.time.Instant;

/**
 * A file in the cloud as it was soon after a mail had pointed to it.
 *
 * @param name as the store calls it, made fit to show
 * @param mediaType what the store says it is
 * @param size in bytes
 */
public record CloudCopy(DocumentId file, String name, String mediaType, long size, CloudStore.Version version,
		Instant takenAt) {
}
