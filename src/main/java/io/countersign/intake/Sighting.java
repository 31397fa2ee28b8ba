package io.countersign.intake;

import java.time.Instant;
import java.util.Optional;

import io.countersign.identity.EmailAddress;

/**
 * One place a message was seen in.
 *
 * @param conversationId the provider's conversation in that mailbox
 */
public record Sighting(EmailAddress mailbox, Folder folder, String itemId, Instant receivedAt,
		Optional<String> conversationId) {
}
