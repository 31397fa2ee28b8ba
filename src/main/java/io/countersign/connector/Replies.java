package io.countersign.connector;

import io.countersign.connector.spi.ReplySender;

import org.springframework.stereotype.Service;

/**
 * Sends from our own mailbox. Nothing here repeats anything: who is in doubt looks with
 * {@link #find} before he tries again.
 */
@Service
public class Replies {

	private final ReplySender sender;

	Replies(ReplySender sender) {
		this.sender = sender;
	}

	/**
	 * Makes the draft, with its key on it.
	 * @throws ConnectorException when it is in doubt or certain that there is none
	 */
	public DraftRef draft(Reply reply) {
		return this.sender.draft(reply);
	}

	/**
	 * Looks in Drafts, Outbox and Sent Items for a reply with this key and Message-ID.
	 */
	public Whereabouts find(String key, String internetMessageId) {
		return this.sender.find(key, internetMessageId);
	}

	/**
	 * Hands the draft to the provider, once.
	 * @throws ConnectorException when the provider refuses, or when nobody knows whether
	 * it has taken it
	 */
	public void send(DraftRef draft) {
		this.sender.send(draft);
	}

}
