package io.countersign.intake;

import java.util.Optional;

/**
 * What a mail says, decoded but not yet read. Characters that cannot be stored are
 * replaced; the raw mail keeps them.
 */
public record Content(Optional<String> text, Optional<String> html) {

	public static final Content NONE = new Content(Optional.empty(), Optional.empty());

	public static Content ofText(String text) {
		return new Content(Optional.of(text), Optional.empty());
	}

	public static Content ofHtml(String html) {
		return new Content(Optional.empty(), Optional.of(html));
	}

}
