package io.countersign.connector.mail;

import java.util.Optional;

/**
 * How far a folder has been read (RFC 9051 section 2.3.1.1). Under another validity the
 * numbers mean other mails.
 *
 * @param uid the last one that is on record
 */
record FolderPlace(long validity, long uid) {

	/** The place that was kept, or the beginning when it belongs to other numbers. */
	static FolderPlace in(long validity, Optional<String> kept) {
		return kept.map(FolderPlace::parse)
			.filter((place) -> place.validity() == validity)
			.orElseGet(() -> new FolderPlace(validity, 0));
	}

	FolderPlace reaching(long uid) {
		return new FolderPlace(this.validity, Math.max(this.uid, uid));
	}

	@Override
	public String toString() {
		return this.validity + ":" + this.uid;
	}

	private static FolderPlace parse(String text) {
		var numbers = text.split(":", 2);
		return new FolderPlace(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
	}

}
