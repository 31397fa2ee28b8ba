package io.countersign.connector;

import java.util.List;
import java.util.Optional;

import io.countersign.identity.EmailAddress;

/**
 * A mail of ours that answers one of theirs.
 *
 * @param key the same for the same intention; found again on the draft and the sent mail
 * @param internetMessageId chosen by us before anything is sent, without angle brackets
 * @param inReplyTo the mail it answers, without angle brackets; empty when that has no id
 * @param references the thread, oldest first, {@code inReplyTo} last
 * @param html a complete document
 */
public record Reply(String key, String internetMessageId, List<EmailAddress> to, String subject,
		Optional<String> inReplyTo, List<String> references, String text, String html) {

	public Reply {
		to = List.copyOf(to);
		references = List.copyOf(references);
	}

}
