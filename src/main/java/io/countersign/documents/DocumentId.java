package io.countersign.documents;

import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The SHA-256 of a file's bytes, in lower-case hex. */
public record DocumentId(@JsonValue String sha256) {

	private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

	@JsonCreator
	public DocumentId {
		if (!FORM.matcher(sha256).matches()) {
			throw new IllegalArgumentException("Not a SHA-256 in lower-case hex");
		}
	}

	public static Optional<DocumentId> parse(String text) {
		return FORM.matcher(text).matches() ? Optional.of(new DocumentId(text)) : Optional.empty();
	}

	@Override
	public String toString() {
		return this.sha256;
	}

}
