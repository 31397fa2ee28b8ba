package io.countersign.cases;

import java.time.Instant;
import java.util.List;

import io.countersign.intake.Message;

/**
 * A message that belongs to a case that is there.
 *
 * @param participants people it brings, with the role they would have if they are new
 * @param reason why it belongs there, in a plain sentence
 */
public record Joining(Message message, List<Participant> participants, String reason, Instant at) {
}
