package io.countersign.intake;

import java.time.Instant;
import java.util.Optional;

import io.countersign.identity.EmailAddress;

/**
 * One place a message was seen in.
 *
 * @param conversationId the provider's conversation in that mailbox
 * @param filing how it came there
 */
public record Sighting(EmailAddress mailbox, Folder folder, String itemId, Instant receivedAt,
		Optional<String> conversationId, Filing filing) {

	public Sighting {
		// What was kept by an older software says nothing of it.
		filing = (filing != null) ? filing : Filing.UNKNOWN;
	}
}
