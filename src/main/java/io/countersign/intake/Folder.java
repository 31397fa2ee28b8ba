package io.countersign.intake;

/** What is watched of a person: two folders of the mailbox, and the chats. */
public enum Folder {

	INBOX("inbox"), SENT("sentitems"),

	/** All chats of Teams the person is in. */
	CHATS("chats");

	private final String word;

	Folder(String word) {
		this.word = word;
	}

	/** The API's word, which for folders of mail is Graph's well-known name. */
	public String word() {
		return this.word;
	}

}
