package io.countersign.cases;

import java.time.Instant;
import java.util.Optional;

import io.countersign.identity.EmailAddress;
import io.countersign.identity.PersonId;

/**
 * Somebody else has a case from now on.
 *
 * @param by who has moved it by hand, else nobody
 * @param checking whether he reads it before somebody else decides it
 */
public record Handover(EmailAddress holder, String reason, Optional<PersonId> by, boolean checking, Instant at) {
}
