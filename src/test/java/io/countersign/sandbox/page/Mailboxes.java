package io.countersign.sandbox.page;

import java.time.Instant;
import java.util.List;

/** What the page needs of the tenant to show somebody's mailbox. */
public interface Mailboxes {

	List<Owner> owners();

	/** The newest first. */
	List<Item> items(String address, Folder folder);

	/** Somebody with a mailbox. */
	record Owner(String address, String displayName, String jobTitle) {
	}

	/** A mail where it lies. */
	record Item(String id, Instant received, byte[] mime) {
	}

	/** The folders the page shows. */
	enum Folder {

		INBOX, SENTITEMS

	}

}
