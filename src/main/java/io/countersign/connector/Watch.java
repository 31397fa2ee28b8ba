package io.countersign.connector;

import java.time.Instant;
import java.util.Optional;

import io.countersign.identity.EmailAddress;
import io.countersign.intake.Folder;

/**
 * A folder of a mailbox that is read.
 *
 * @param since when it was first watched
 * @param readAt the start of the last reading that came to its end
 * @param problem why the last reading did not come to its end, in a sentence
 */
public record Watch(String id, EmailAddress mailbox, Folder folder, Instant since, Optional<Instant> readAt,
		Optional<String> problem) {
}
