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
 * @param filing how it came there
 */
public record Arrival(EmailAddress mailbox, Folder folder, String itemId, Instant receivedAt, Preview preview,
		Mode mode, Filing filing) {

	/** One of which that is not known. */
	public Arrival(EmailAddress mailbox, Folder folder, String itemId, Instant receivedAt, Preview preview, Mode mode) {
		this(mailbox, folder, itemId, receivedAt, preview, mode, Filing.UNKNOWN);
	}

	public Arrival filed(Filing so) {
		return new Arrival(this.mailbox, this.folder, this.itemId, this.receivedAt, this.preview, this.mode, so);
	}

	public static Arrival live(EmailAddress mailbox, Folder folder, String itemId, Instant receivedAt,
			Preview preview) {
		return new Arrival(mailbox, folder, itemId, receivedAt, preview, Mode.LIVE);
	}

	/**
	 * By its name alone: to look at all it says costs more than what it is looked up for.
	 */
	@Override
	public int hashCode() {
		return this.itemId.hashCode();
	}

}
