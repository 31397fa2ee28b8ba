package io.countersign.sandbox.tenant;

import java.util.Base64;
import java.util.Optional;

/** A mail that comes as its own bytes, base64 around them. */
final class MimeUpload {

	private MimeUpload() {
	}

	static Optional<byte[]> decoded(Call call) {
		try {
			return Optional.of(Base64.getMimeDecoder().decode(call.body())).filter((mime) -> mime.length > 0);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	static Answer refused() {
		return Answer.error(400, "ErrorMimeContentInvalidBase64String", "Invalid base64 string for MIME content.");
	}

}
