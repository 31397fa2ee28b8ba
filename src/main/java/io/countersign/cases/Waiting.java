package io.countersign.cases;

import io.countersign.intake.MessageId;

/**
 * Somebody who comes into a case once it is known who wrote the mail that names him, or a
 * person lets him in.
 */
public record Waiting(MessageId message, Participant person) {
}
