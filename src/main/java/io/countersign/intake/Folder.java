package io.countersign.intake;

/** The two folders of a mailbox that are watched. */
public enum Folder {

	INBOX("inbox"), SENT("sentitems");

	private final String word;

	Folder(String word) {
		this.word = word;
	}

	/** The API's word, which is Graph's well-known name of the folder. */
	public String word() {
		return this.word;
	}

}
