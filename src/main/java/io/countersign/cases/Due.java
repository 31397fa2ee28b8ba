package io.countersign.cases;

import java.time.Instant;
import java.time.ZoneId;

/**
 * When an answer is wanted.
 *
 * @param certain whether the mail named this moment; a vague wish is no deadline
 * @param zone in which the mail's author reckons
 */
public record Due(Instant at, boolean certain, ZoneId zone) {
}
