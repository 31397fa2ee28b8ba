package io.countersign.cases;

import java.time.Instant;

import com.github.therapi.runtimejavadoc.RetainJavadoc;
import org.jspecify.annotations.Nullable;

import io.countersign.documents.Blocked;
import io.countersign.documents.CloudCopy;
import io.countersign.documents.CloudLink;
import io.countersign.intake.MessageId;

/**
 * A file that a mail points to and does not bring.
 *
 * @param url where it points, as the mail has it
 * @param name as the mail calls it
 * @param reason why there is only a link, or what the copy is
 * @param message the one that points to it
 * @param copy the file as it was soon after its mail had come; no part of what is decided
 */
@RetainJavadoc
record LinkView(String url, String name, String reason, String message, @Nullable CopyView copy) {

	static LinkView of(CloudLink link, MessageId message, @Nullable CaseDocument placed, @Nullable Blocked blocked) {
		return new LinkView(link.address().toString(), link.name(), link.reason(), message.value(),
				link.copy().map((copy) -> CopyView.of(copy, placed, blocked)).orElse(null));
	}

	/**
	 * A copy of a file in the cloud.
	 *
	 * @param sha256 64 hex digits, which fetch its bytes from /api/v1/blobs
	 * @param name as the cloud calls it; not said of a blocked file
	 * @param mediaType as the cloud says; not said of a blocked file
	 * @param size in bytes
	 * @param etag changes with everything about the file
	 * @param ctag changes with the content of the file
	 * @param version as the cloud numbers it for people
	 * @param modifiedAt by the clock of the cloud
	 * @param takenAt when the product fetched it
	 * @param chain the same for all versions of one document of the case
	 * @param chainVersion which of them it is, from 1; {@code link} says why
	 * @param link why it is a version of another file, or by whose word it is of none
	 * @param blocked why the file cannot be had, in a sentence
	 */
	record CopyView(String sha256, @Nullable String name, @Nullable String mediaType, long size, String etag,
			String ctag, @Nullable String version, @Nullable Instant modifiedAt, Instant takenAt,
			@Nullable Integer chain, @Nullable Integer chainVersion, DocumentView.@Nullable LinkedView link,
			@Nullable String blocked) {

		static CopyView of(CloudCopy copy, @Nullable CaseDocument placed, @Nullable Blocked blocked) {
			var version = copy.version();
			return new CopyView(copy.file().sha256(), (blocked != null) ? null : copy.name(), (blocked != null) ? null
					: copy.mediaType(), copy.size(), version.etag(), version.ctag(), version.label().orElse(null),
					version.modifiedAt().orElse(null), copy.takenAt(), (placed != null) ? placed.chain() : null,
					(placed != null) ? placed.version() : null, (placed != null && blocked == null)
							? placed.link().map(DocumentView.LinkedView::of).orElse(null) : null,
					(blocked != null) ? blocked.sentence() : null);
		}

	}

}
