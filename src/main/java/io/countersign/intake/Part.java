package io.countersign.intake;

import java.util.List;

import io.countersign.documents.DocumentId;

/**
 * A file that came with a mail.
 *
 * @param name as the mail names it, cleaned of paths and control characters; never empty
 * @param mediaType as the mail declares it
 * @param contentId what HTML refers to it by; empty where there is none
 * @param thread of a mail within the mail: its Message-ID and those it names as earlier
 * ones, the nearest first; empty for any other file
 */
public record Part(String name, String mediaType, long size, DocumentId document, Role role, String contentId,
		List<String> thread) {

	public Part {
		thread = List.copyOf(thread);
	}

	/** What the file is to the mail. */
	public enum Role {

		ATTACHMENT, INLINE, NESTED_MAIL, CALENDAR

	}

}
