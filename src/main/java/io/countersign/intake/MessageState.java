package io.countersign.intake;

/** Where a message stands; it is always in exactly one of these. */
public enum MessageState {

	/** Stored, and waiting to be read or being read. */
	NEW("new"),
	/** Waits for a person on the review list. */
	IN_REVIEW("new"),
	/** Part of a case. */
	IN_CASE("inCase"),
	/** None of our business; its content is forgotten. */
	IGNORED("ignored"),
	/** Could not be read; kept byte for byte. */
	QUARANTINED("quarantined"),
	/** Reading it failed, and is due again. */
	RETRYING("retrying");

	private final String word;

	MessageState(String word) {
		this.word = word;
	}

	/** The API's word. */
	public String word() {
		return this.word;
	}

}
