package io.countersign.connector.mail;

import java.io.InputStream;
import java.time.Instant;

import io.countersign.identity.EmailAddress;
import org.eclipse.angus.mail.imap.IMAPMessage;

/**
 * A mail in a folder that is read.
 *
 * @param id its folder, the validity of the folder's numbers, and its number (IN-4)
 * @param receivedAt when the server filed it, unless whoever filed it said another time
 * @param draft whether it is still being written
 */
record WatchedItem(EmailAddress mailbox, String id, long uid, Instant receivedAt, boolean draft, IMAPMessage message) {

	/** The raw mail, block by block, and never marked as read. The caller closes it. */
	InputStream open() {
		this.message.setPeek(true);
		return MailCall.of(this.mailbox, this.message::getMimeStream);
	}

}
