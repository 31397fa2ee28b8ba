package io.countersign.intake;

/** The two folders of a mailbox that are watched. */
public enum Folder {

	INBOX, SENT

}
