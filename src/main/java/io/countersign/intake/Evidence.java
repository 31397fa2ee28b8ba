package io.countersign.intake;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.countersign.documents.DocumentId;

/**
 * The facts of a mail's own bytes that the gates of a verdict judge; nothing here comes
 * from the provider's view of the mail.
 *
 * @param raw the mail as it came
 * @param contentDigest what the author wrote: equal in every copy of the mail
 * @param header the fields of the top-level header in their order
 * @param mediaType of the whole mail, lower case without parameters
 * @param partTypes the media types of all parts, each once
 * @param calendars what the calendars among them are; nothing where there is none, nor of
 * a mail that was taken apart before this was looked at
 */
public record Evidence(DocumentId raw, String contentDigest, List<HeaderField> header, Set<Defect> defects,
		String mediaType, Set<String> partTypes, Set<Calendar> calendars) {

	/** What is wrong with the form of a mail. */
	public enum Defect {

		/** A CR or LF that does not end a line stands in the header. */
		BARE_LINE_BREAK,
		/** A field name is followed by white space or folded. */
		SPACE_AFTER_NAME,
		/** A line of the header is no field. */
		NOT_A_FIELD,
		/** NUL or another control character stands in the header. */
		CONTROL_CHARACTER,
		/** A field that may stand once stands there again. */
		REPEATED_FIELD,
		/** The header is longer than we take in. */
		HEADER_CUT,
		/** Two readings of the MIME structure are possible. */
		AMBIGUOUS,
		/**
		 * Beside plain text and HTML it says the same in a form that only some programs
		 * show.
		 */
		OTHER_FORM,
		/** Parts were left out because a limit was reached. */
		LIMIT_REACHED,
		/** The MIME structure is broken and was read as well as possible. */
		MALFORMED

	}

	/** What a calendar is to the mail it comes with (RFC 5546). */
	public enum Calendar {

		/** It answers an invitation. */
		ANSWER,
		/** It is the mail itself or a form of its text, as an invitation is. */
		INVITATION,
		/** A file beside the text, which invites or tells. */
		FILE,
		/** It lies beside the text and does not say plainly what it does. */
		UNCLEAR

	}

	public Evidence {
		header = List.copyOf(header);
		defects = Set.copyOf(defects);
		partTypes = Set.copyOf(partTypes);
		calendars = Set.copyOf(Objects.requireNonNullElse(calendars, Set.of()));
	}

	/** The values of all fields of that name, topmost first. */
	public List<String> all(String name) {
		return this.header.stream().filter((field) -> field.is(name)).map(HeaderField::value).toList();
	}

	public Optional<String> first(String name) {
		return this.header.stream().filter((field) -> field.is(name)).map(HeaderField::value).findFirst();
	}

	public boolean has(String name) {
		return this.header.stream().anyMatch((field) -> field.is(name));
	}

	public boolean has(Defect defect) {
		return this.defects.contains(defect);
	}

}
