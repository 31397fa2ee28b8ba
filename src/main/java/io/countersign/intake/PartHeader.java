package io.countersign.intake;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.countersign.documents.FileName;
import org.apache.james.mime4j.message.MaximalBodyDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * What the MIME header says about one part.
 *
 * @param mediaType lower case, without parameters
 * @param container the media type of the multipart around it; empty for a single part
 * @param containerNumber tells multiparts of one type apart
 * @param disposition lower case; empty where there is none
 * @param name as written, in the disposition or else in the type
 * @param otherName the second of two names, where they contradict
 */
record PartHeader(String mediaType, String container, int containerNumber, @Nullable String charset,
		String transferEncoding, String disposition, Optional<String> name, Optional<String> otherName,
		String contentId) {

	static final Set<String> CALENDARS = Set.of("text/calendar", "application/ics");

	static PartHeader of(MaximalBodyDescriptor part, String container, int containerNumber) {
		var typeName = Optional.ofNullable(part.getContentTypeParameters().get("name"))
			.map(StoredText::decodeHeader)
			.flatMap(FileName::cleaned);
		var name = Optional.ofNullable(part.getContentDispositionFilename())
			.map(StoredText::decodeHeader)
			.flatMap(FileName::cleaned);
		return new PartHeader(lower(part.getMimeType()), container, containerNumber,
				part.getContentTypeParameters().get("charset"), lower(part.getTransferEncoding()),
				lower(part.getContentDispositionType()), name.or(() -> typeName),
				typeName.filter((other) -> name.isPresent() && !name.get().equals(other)),
				Objects.requireNonNullElse(part.getContentId(), "").strip());
	}

	/** Whether the part is what the author wrote, and not a file beside it. */
	boolean isBody() {
		return (this.mediaType.equals("text/plain") || this.mediaType.equals("text/html")) && this.name.isEmpty()
				&& !this.disposition.equals("attachment");
	}

	boolean isCalendar() {
		return CALENDARS.contains(this.mediaType);
	}

	static String lower(@Nullable String text) {
		return (text != null) ? StoredText.storable(text.toLowerCase(Locale.ROOT).strip()) : "";
	}

}
