package io.countersign.documents;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The SHA-256 of a document's bytes, in lower-case hexadecimal: its name everywhere. */
public record DocumentId(@JsonValue String sha256) implements Comparable<DocumentId> {

	private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

	/**
	 * @throws IllegalArgumentException when the text is not a SHA-256 in lower case
	 */
	@JsonCreator
	public DocumentId {
		if (!FORM.matcher(sha256).matches()) {
			throw new IllegalArgumentException("Not a SHA-256 in hexadecimal: " + sha256);
		}
	}

	public static Optional<DocumentId> parse(String text) {
		var lower = text.toLowerCase(Locale.ROOT);
		return FORM.matcher(lower).matches() ? Optional.of(new DocumentId(lower)) : Optional.empty();
	}

	public static DocumentId of(byte[] digest) {
		return new DocumentId(HexFormat.of().formatHex(digest));
	}

	public byte[] bytes() {
		return HexFormat.of().parseHex(this.sha256);
	}

	@Override
	public int compareTo(DocumentId other) {
		return this.sha256.compareTo(other.sha256);
	}

	@Override
	public String toString() {
		return this.sha256;
	}

}
