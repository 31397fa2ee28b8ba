package io.countersign.intake;

import java.time.Instant;

import io.countersign.identity.EmailAddress;
import io.countersign.journal.Mode;

/**
 * An item a mailbox lists.
 *
 * @param itemId the provider's immutable id
 * @param receivedAt by the receiving server's clock
 * @param mode whether it is news or history
 */
public record Arrival(EmailAddress mailbox, Folder folder, String itemId, Instant receivedAt, Preview preview,
		Mode mode) {

	public static Arrival live(EmailAddress mailbox, Folder folder, String itemId, Instant receivedAt,
			Preview preview) {
		return new Arrival(mailbox, folder, itemId, receivedAt, preview, Mode.LIVE);
	}

}
