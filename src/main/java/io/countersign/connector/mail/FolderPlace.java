package io.countersign.connector.mail;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How far a folder has been read (RFC 9051 section 2.3.1.1). Under another validity the
 * numbers mean other mails.
 *
 * @param uid the last one that is on record
 */
record FolderPlace(long validity, long uid) {

	private static final Pattern FORM = Pattern.compile("(\\d{1,18}):(\\d{1,18})");

	/**
	 * The place that was kept, or the beginning when it belongs to other numbers, or to
	 * another provider that the mailbox was at.
	 */
	static FolderPlace in(long validity, Optional<String> kept) {
		return kept.flatMap(FolderPlace::parse)
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

	private static Optional<FolderPlace> parse(String text) {
		var form = FORM.matcher(text);
		return form.matches()
				? Optional.of(new FolderPlace(Long.parseLong(form.group(1)), Long.parseLong(form.group(2))))
				: Optional.empty();
	}

}
