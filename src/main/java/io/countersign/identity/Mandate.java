package io.countersign.identity;

import java.time.Instant;

/**
 * Leave for one person to answer for another.
 *
 * @param from included
 * @param to not included
 */
public record Mandate(String id, EmailAddress principal, EmailAddress delegate, Instant from, Instant to) {
}
